import { AppError } from '#root/errors.ts';
import type { Json } from '#root/json.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import type { Change, Drafts, EntryKey } from '#publishing/ports.ts';
import { may, type Officer } from '#staff/officer.ts';
import { foldedPhrase } from '#understanding/text.ts';
import { TROUBLE } from '../names.ts';

export interface PhraseChange {
  readonly change: Change;
  readonly title: string;
  /** False: the same words stand in the entry already. */
  readonly isNew: boolean;
}

/**
 * The entry that a topic is taught by, with one phrase more: in her open draft of it where she has one. The shared
 * entry where she may edit that; else, of a procedure, her unit's own. Throws NOT_FOUND, FORBIDDEN.
 */
export async function phraseChange(
  drafts: Drafts,
  officer: Officer,
  scope: Scope,
  { topic, phrase }: { readonly topic: string; readonly phrase: string },
): Promise<PhraseChange> {
  const found = keysOf(topic, scope).flatMap((key) => drafts.entry(key) ?? [])[0];
  if (found === undefined) throw new AppError('NOT_FOUND', `no entry teaches ${topic}`);
  const key = mayEdit(officer, found.key.scope) ? found.key : ownOf(found.key, officer, scope);
  const draft = await drafts.mine(officer, key);
  const own = draft?.value ?? drafts.entry(key)?.value ?? null;
  const phrases = phrasesIn(own) ?? phrasesIn(found.value) ?? [];
  const known = new Set(phrases.map(foldedPhrase));
  const isNew = !known.has(foldedPhrase(phrase));
  const value = { ...groupOf(own), phrases: isNew ? [...phrases, phrase] : phrases };
  return { change: { key, value }, title: found.title, isNew };
}

/** Where a topic's phrases may stand, the entry of her unit's own procedures last. */
function keysOf(topic: string, scope: Scope): readonly EntryKey[] {
  if (topic.startsWith(TROUBLE)) return [{ kind: 'trouble', scope: 'base', id: topic.slice(TROUBLE.length) }];
  const kinds = ['procedure', 'faq', 'topic'] as const;
  const shared = kinds.map((kind): EntryKey => ({ kind, scope: 'base', id: topic }));
  return scope === 'base' ? shared : [...shared, { kind: 'procedure', scope, id: topic }];
}

const mayEdit = (officer: Officer, scope: Scope): boolean => may(officer, 'edit', scope);

/** Questions and troubles are everybody's: only who edits the base teaches them. */
function ownOf(key: EntryKey, officer: Officer, scope: Scope): EntryKey {
  if (key.kind !== 'procedure' || scope === 'base' || !mayEdit(officer, scope))
    throw new AppError('FORBIDDEN', 'this entry is shared by all units');
  return { ...key, scope };
}

function phrasesIn(value: Json): readonly string[] | null {
  const phrases = groupOf(value)['phrases'];
  return Array.isArray(phrases) ? phrases.flatMap((one) => (typeof one === 'string' ? [one] : [])) : null;
}

const groupOf = (value: Json | undefined): { readonly [key: string]: Json } => (isGroup(value) ? value : {});

const isGroup = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
