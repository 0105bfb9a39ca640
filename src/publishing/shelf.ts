import { contentHash } from '#knowledge/canonical.ts';
import { fold } from '#understanding/text.ts';
import type { Json } from '#root/json.ts';
import { groupOf } from './places/json-group.ts';
import { keyText, type FileValues, type Placed } from './places/place.ts';
import { entriesIn, layOver } from './places/places.ts';
import type { Entry, EntryKey, EntryKind } from './ports.ts';
import type { EntryRow } from './repository/entries.ts';

/** All entries as they are live, in memory: lists and search need no database. */
export interface Shelf {
  readonly overlay: readonly EntryRow[];
  readonly shippedOf: (key: EntryKey) => Placed | null;
  readonly entry: (key: EntryKey) => Entry | null;
  /** What holds for a unit: its own entries, then the base's, each by title. */
  readonly entries: (scope: string, kind: EntryKind | null) => readonly Listed[];
}

export interface Listed extends Entry {
  /** Folded words for search. */
  readonly searched: string;
  readonly asOf: string | null;
  readonly review: string | null;
  /** A source that is not sure, or told from memory. */
  readonly lowSources: boolean;
}

/** Opens the shipped files with what is published over them. Some 100 ms for 3,000 entries, once a release. */
export function openShelf(shipped: FileValues, overlay: readonly EntryRow[]): Shelf {
  const untouched = entriesIn(shipped);
  const rows = new Map(overlay.map((row) => [keyText(row.key), row]));
  const listed = new Map(
    [...entriesIn(layOver(shipped, overlay))].map(([id, placed]) => {
      const row = rows.get(id);
      const edited = row !== undefined && row.value !== null;
      return [id, listedOf(placed, row?.version ?? 0, edited)] as const;
    }),
  );
  const sorted = [...listed.values()].toSorted((a, b) => vietnamese.compare(a.title, b.title));
  const kept = new Map<string, readonly Listed[]>();
  return {
    overlay,
    shippedOf: (key) => untouched.get(keyText(key)) ?? null,
    entry: (key) => listed.get(keyText(key)) ?? null,
    entries(scope, kind) {
      const name = `${scope} ${kind ?? ''}`;
      const known = kept.get(name);
      if (known !== undefined) return known;
      const of = (wanted: string): Listed[] =>
        sorted.filter(({ key }) => key.scope === wanted && (kind === null || key.kind === kind));
      const found = scope === 'base' ? of('base') : [...of(scope), ...of('base')];
      kept.set(name, found);
      return found;
    },
  };
}

const vietnamese = new Intl.Collator('vi');

function listedOf({ key, title, value }: Placed, version: number, edited: boolean): Listed {
  const { asOf, review, aliases, code, sources } = groupOf(value);
  const more = [aliases, code].flat().filter((word) => typeof word === 'string');
  return {
    key,
    title,
    value,
    version,
    hash: contentHash(value),
    edited,
    searched: fold([title, key.id, ...more].join(' ')),
    asOf: typeof asOf === 'string' ? asOf : null,
    review: typeof review === 'string' ? review : null,
    lowSources: Object.values(groupOf(sources)).some(isLow),
  };
}

function isLow(source: Json): boolean {
  const { confidence, kind } = groupOf(source);
  return confidence === 'low' || confidence === 'medium' || kind === 'memory';
}
