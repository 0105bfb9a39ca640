import { same } from '#knowledge/differences.ts';
import type { Json } from '#root/json.ts';
import type { EntryKey } from './ports.ts';
import type { EntryRow } from './repository/entries.ts';
import type { Shelf } from './shelf.ts';
import { threeWay, type ThreeWay } from './three-way.ts';

/** An edit whose ground moved: the product brings the entry in another wording than the one that was edited. */
export interface Upgrade {
  readonly key: EntryKey;
  readonly title: string;
  /** When it was edited, and now. */
  readonly shippedBefore: Json | null;
  readonly shippedNow: Json | null;
  readonly ours: Json | null;
  readonly fields: readonly ThreeWay[];
}

/**
 * Edits that an upgrade touched, for a person to look at. Ours stays live meanwhile; where both say the same by now, or
 * the edit was taken back, there is nothing to look at.
 */
export function upgradesOf(shelf: Shelf, overlay: readonly EntryRow[]): readonly Upgrade[] {
  return overlay.flatMap(({ key, title, value, shipped }): Upgrade[] => {
    if (value === null) return [];
    const now = shelf.shippedOf(key)?.value ?? null;
    if (same(now, shipped) || same(now, value)) return [];
    return [
      {
        key,
        title,
        shippedBefore: shipped,
        shippedNow: now,
        ours: value,
        fields: threeWay(shipped, now, value),
      },
    ];
  });
}
