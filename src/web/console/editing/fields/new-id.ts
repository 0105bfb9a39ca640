import { folded } from '../../shell/fold.ts';

/** An id from words, unlike those there: ids are never shown and never change afterwards. */
export function newId(text: string, taken: ReadonlySet<string>, otherwise: string): string {
  const slug = folded(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-');
  const stem = slug === '' ? otherwise : slug;
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1)
    if (!taken.has(`${stem}-${String(number)}`)) return `${stem}-${String(number)}`;
}
