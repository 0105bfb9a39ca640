import { merge, ownPart } from '#knowledge/override.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import { parseJson, type Json } from '#root/json.ts';
import type { Drafts, Entry, EntryKey } from '#publishing/ports.ts';
import type { Shelf } from './books/book.ts';
import { groupOf, put } from './books/group.ts';

/** Entries as they hold in a scope: of a unit's procedures the base with what the unit says over it. */
export function shelfOf(drafts: Pick<Drafts, 'entries'>, scope: Scope): Shelf {
  return {
    scope,
    entries: (kind) => {
      const all = drafts.entries(scope, kind);
      if (kind !== 'procedure' || scope === 'base') return all;
      const own = new Map(all.flatMap((entry) => (entry.key.scope === scope ? [[entry.key.id, entry]] : [])));
      const based = all.filter(({ key }) => key.scope === 'base');
      const bases = new Set(based.map(({ key }) => key.id));
      return [
        ...based.map((entry) => laidOver(entry, own.get(entry.key.id))),
        ...[...own.values()].filter(({ key }) => !bases.has(key.id)),
      ];
    },
  };
}

const laidOver = (base: Entry, own: Entry | undefined): Entry =>
  own === undefined ? base : { ...base, value: jsonOf(merge(base.value, own.value)) };

/** What a draft of the entry holds: of a unit's procedure only what differs from the base. null: nothing does. */
export function ownValue(drafts: Pick<Drafts, 'entry'>, key: EntryKey, whole: Json): Json | null {
  const base =
    key.kind === 'procedure' && key.scope !== 'base' ? drafts.entry({ ...key, scope: 'base' }) : null;
  if (base === null) return whole;
  const own = put(groupOf(jsonOf(ownPart(base.value, whole))), 'scope', null);
  return Object.keys(own).length === 0 ? null : own;
}

/** What holds where the officer's own draft is laid over what is live. */
export function wholeValue(drafts: Pick<Drafts, 'entry'>, key: EntryKey, own: Json | null): Json | null {
  const base =
    key.kind === 'procedure' && key.scope !== 'base' ? drafts.entry({ ...key, scope: 'base' }) : null;
  if (base === null) return own;
  return own === null ? base.value : jsonOf(merge(base.value, own));
}

const jsonOf = (value: unknown): Json => parseJson(JSON.stringify(value));
