import { merge, ownPart } from '#knowledge/override.ts';
import { AppError } from '#root/errors.ts';
import { parseJson, type Json } from '#root/json.ts';
import type { Audit } from '#staff/door.ts';
import { may, type Officer } from '#staff/officer.ts';
import { auditLine } from './audit-line.ts';
import type { Bench } from './bench.ts';
import { newDraft } from './new-draft.ts';
import { composed, isGroup } from './places/json-group.ts';
import { keyText } from './places/place.ts';
import type { Change, Draft, Drafts, EntryKey } from './ports.ts';
import type { DraftStore } from './repository/drafts.ts';
import type { Shelf } from './shelf.ts';
import { mergeSides, type Side } from './three-way.ts';
import { titleOf } from './title.ts';

/** What officers write, from the first letter to the review. */
export interface DraftRoom extends Drafts {
  /**
   * Over the revision that it was typed over; 0: there was none. `conflict`: what somebody, or another tab of hers,
   * saved meanwhile, so that nothing typed is lost.
   */
  readonly type: (
    officer: Officer,
    change: Change,
    rev: number,
    note: string,
  ) => Promise<{ readonly draft: Draft } | { readonly conflict: Draft }>;
  /** A unit's entry given as a whole: what differs from the base. */
  readonly ownOf: (key: EntryKey, whole: Json | null) => Json | null;
  /** What holds where a unit's entry lies over the base. */
  readonly wholeOf: (key: EntryKey, own: Json | null) => Json | null;
  readonly view: (id: string) => Promise<Draft>;
  /** Moves a draft on; throws CONFLICT where it is another revision by now. */
  readonly move: (draft: Draft, rev: number, to: Partial<Draft>) => Promise<Draft>;
  readonly rebase: (draft: Draft, rev: number, chosen: ReadonlyMap<string, Side>) => Promise<Draft>;
  /** The live overlay with drafts laid over it. */
  readonly over: (changes: readonly Change[]) => readonly Change[];
}

export function createDraftRoom(rooms: {
  readonly shelf: () => Shelf;
  readonly bench: Bench;
  readonly store: DraftStore;
  readonly audit: Audit;
  readonly clock: () => number;
}): DraftRoom {
  const { shelf, bench, store, audit, clock } = rooms;
  const baseOf = (key: EntryKey): Json | null =>
    key.scope === 'base' || key.kind !== 'procedure'
      ? null
      : (shelf().entry({ ...key, scope: 'base' })?.value ?? null);
  const over = (changes: readonly Change[]): readonly Change[] => {
    const changed = new Set(changes.map(({ key }) => keyText(key)));
    return [...shelf().overlay.filter(({ key }) => !changed.has(keyText(key))), ...changes];
  };
  const log = (officer: Officer, { key, title }: Draft, action: string, detail = ''): Promise<void> =>
    audit.write(auditLine(officer, key, action, title, detail), clock());

  async function type(
    officer: Officer,
    { key, value }: Change,
    rev: number,
    note: string,
  ): Promise<{ draft: Draft } | { conflict: Draft }> {
    if (!may(officer, 'edit', key.scope)) throw new AppError('FORBIDDEN');
    const known = await store.mine(officer, key);
    if (known !== null && known.rev !== rev) return { conflict: known };
    const now = clock();
    const typed = value === null ? null : composed(value);
    if (known === null) {
      const live = shelf().entry(key);
      const title = titleOf(
        key,
        typed,
        live?.title ?? shelf().entry({ ...key, scope: 'base' })?.title ?? null,
      );
      const draft = newDraft(officer, live, { key, title, value: typed, status: 'writing', note }, now);
      await store.insert(draft);
      await log(officer, draft, 'entry.edit');
      return { draft };
    }
    // Typed on after it was handed in: it has to be looked at again.
    const draft: Draft = {
      ...known,
      title: titleOf(key, typed, known.title),
      value: typed,
      note: note === '' ? known.note : note,
      status: 'writing',
      rev: rev + 1,
      updatedAt: now,
    };
    if (await store.update(draft, rev)) return { draft };
    const newer = await store.mine(officer, key);
    if (newer === null) throw new AppError('CONFLICT');
    return { conflict: newer };
  }

  const move = async (draft: Draft, rev: number, to: Partial<Draft>): Promise<Draft> => {
    if (draft.rev !== rev) throw new AppError('CONFLICT');
    const moved: Draft = { ...draft, ...to, rev: rev + 1, updatedAt: clock() };
    if (!(await store.update(moved, rev))) throw new AppError('CONFLICT');
    return moved;
  };

  return {
    over,
    type,
    move,
    entries: (scope, kind) => shelf().entries(scope, kind),
    entry: (key) => shelf().entry(key),
    mine: (officer, key) => store.mine(officer, key),
    check: (changes) =>
      bench.check(
        over(changes),
        changes.map(({ key }) => key),
      ),
    async save(officer, change, note) {
      for (let tries = 3; tries > 0; tries -= 1) {
        const known = await store.mine(officer, change.key);
        const saved = await type(officer, change, known?.rev ?? 0, note);
        if ('draft' in saved) return saved.draft;
      }
      throw new AppError('CONFLICT');
    },
    ownOf(key, whole) {
      const base = baseOf(key);
      if (whole === null || base === null || !isGroup(whole)) return whole;
      const own = ownPart(base, { ...whole, id: key.id });
      // The folder says the scope; nothing of its own: back to the base.
      return own === null ? null : withoutScope(parseJson(JSON.stringify(own)));
    },
    wholeOf(key, own) {
      const base = baseOf(key);
      if (base === null) return own;
      return own === null ? base : parseJson(JSON.stringify(merge(base, own)));
    },
    async view(id) {
      const draft = await store.find(id);
      if (draft === null) throw new AppError('NOT_FOUND');
      return draft;
    },
    rebase(draft, rev, chosen) {
      const live = shelf().entry(draft.key);
      return move(draft, rev, {
        value: mergeSides(draft.base, live?.value ?? null, draft.value, chosen),
        base: live?.value ?? null,
        basedOn: live?.hash ?? null,
        status: 'writing',
      });
    },
  };
}

function withoutScope(own: Json): Json | null {
  if (!isGroup(own)) return own;
  const { scope: _, ...rest } = own;
  return Object.keys(rest).length === 0 ? null : rest;
}
