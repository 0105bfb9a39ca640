import { useMemo, useRef, useState } from 'react';
import { canonicalJson } from '#knowledge/canonical-json.ts';
import type { EntryKey } from '#publishing/ports.ts';
import { jsonSchema, type Json } from '#root/json.ts';
import { openEntry, saveDraft, type Draft, type Opened } from '../api/entries.ts';
import { ApiError } from '../api/error.ts';
import { keptCopy } from '../saving/local-copies.ts';
import { useAutosave, type Autosave } from '../saving/use-autosave.ts';

/** What is typed, with the revision that it was typed over. */
interface Typed {
  readonly rev: number;
  readonly value: Json;
}

/** Two saved versions of what she writes: from another tab, another computer, or an earlier visit. */
export interface Clash {
  readonly base: Json | null;
  readonly theirs: Json | null;
  readonly mine: Json;
  /** The revision of theirs. */
  readonly rev: number;
}

export interface EntryDraft {
  readonly initial: Json;
  /** Of what was typed before and never reached the server; null: nothing was restored. */
  readonly restoredAt: number | null;
  readonly autosave: Autosave<Typed>;
  readonly typed: (value: Json) => void;
  readonly draft: Draft | null;
  readonly setDraft: (draft: Draft | null) => void;
  readonly clash: Clash | null;
  /** Goes on with what she chose. */
  readonly resolve: (value: Json) => void;
}

/** The officer's draft of an entry: restored, saved as typed, and held against what was saved elsewhere. */
export function useEntryDraft(options: {
  readonly key: EntryKey;
  readonly officer: string;
  readonly opened: Opened;
  readonly fresh: Json;
  /** A unit's entry is written as a whole; the server finds what differs from the base. */
  readonly as: 'own' | 'whole';
}): EntryDraft {
  const { key, officer, opened, as } = options;
  const copyKey = `${officer}:${key.kind}:${key.scope}:${key.id}`;
  const stored = opened.mineWhole ?? opened.whole;
  const copy = useMemo(() => readCopy(copyKey), [copyKey]);
  const serverRev = opened.mine?.rev ?? 0;
  const isNews = copy !== null && !same(copy.typed.value, stored);
  const [draft, setDraftState] = useState<Draft | null>(opened.mine);
  const [clash, setClash] = useState<Clash | null>(
    isNews && copy.typed.rev !== serverRev
      ? { base: null, theirs: stored, mine: copy.typed.value, rev: serverRev }
      : null,
  );
  const rev = useRef(serverRev);
  /** What the server has, as far as this page knows; and what was sent without an answer. */
  const acknowledged = useRef<Json | null>(stored);
  const unanswered = useRef<Json[]>([]);

  const save = async ({ value }: Typed): Promise<void> => {
    unanswered.current.push(value);
    try {
      const saved = await saveDraft(key, { value, as, rev: rev.current });
      taken(saved.draft, value);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409) throw error;
      const now = await openEntry(key);
      const theirs = now.mineWhole;
      // An earlier save came through though its answer was lost: nobody else wrote.
      if (now.mine !== null && unanswered.current.some((sent) => same(sent, theirs))) {
        rev.current = now.mine.rev;
        if (same(value, theirs)) return taken(now.mine, value);
        return await save({ rev: now.mine.rev, value });
      }
      setClash({ base: acknowledged.current, theirs, mine: value, rev: now.mine?.rev ?? 0 });
      throw error;
    }
  };
  const taken = (saved: Draft, value: Json): void => {
    rev.current = saved.rev;
    acknowledged.current = value;
    unanswered.current = [];
    setDraftState(saved);
  };
  const autosave = useAutosave<Typed>({ key: copyKey, save });
  const typed = (value: Json): void => autosave.change({ rev: rev.current, value });

  return {
    initial: isNews ? copy.typed.value : (stored ?? opened.base?.value ?? options.fresh),
    restoredAt: isNews ? copy.at : null,
    autosave,
    typed,
    draft,
    setDraft(next) {
      rev.current = next?.rev ?? 0;
      setDraftState(next);
    },
    clash,
    resolve(value) {
      if (clash === null) return;
      rev.current = clash.rev;
      acknowledged.current = clash.theirs;
      setClash(null);
      typed(value);
    },
  };
}

function readCopy(key: string): { readonly at: number; readonly typed: Typed } | null {
  const copy = keptCopy(key);
  if (copy === null || typeof copy.value !== 'object' || copy.value === null) return null;
  const { rev, value } = { rev: undefined, value: undefined, ...copy.value };
  const read = jsonSchema.safeParse(value);
  return typeof rev === 'number' && read.success ? { at: copy.at, typed: { rev, value: read.data } } : null;
}

/** The server writes diacritics as one letter each. */
export const same = (a: Json | null, b: Json | null): boolean =>
  a === b ||
  (a !== null && b !== null && canonicalJson(a).normalize('NFC') === canonicalJson(b).normalize('NFC'));
