/**
 * Masked is not anonymous: wordings are shown only where at least so many different people asked alike. Every answer
 * of this room that carries a wording passes here.
 */
export const ENOUGH_PEOPLE = 3;

export const peopleOf = (asked: readonly { readonly person: string }[]): number =>
  new Set(asked.map(({ person }) => person)).size;

export const mayBeShown = (asked: readonly { readonly person: string }[]): boolean =>
  peopleOf(asked) >= ENOUGH_PEOPLE;

/**
 * The wordings of a group, most heard first; none where fewer than three people asked. One of them alone may be one
 * person's: what is told with it is told of the group, never of her.
 */
export function wordingsOf(
  asked: readonly { readonly person: string; readonly text: string }[],
  most: number,
): readonly { readonly text: string; readonly count: number }[] {
  if (!mayBeShown(asked)) return [];
  const counts = new Map<string, number>();
  for (const { text } of asked) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([text, count]) => ({ text, count }));
}
