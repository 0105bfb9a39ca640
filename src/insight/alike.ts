import { groupSimilar } from './review/similar.ts';
import { mayBeShown, wordingsOf } from './three-people.ts';

/**
 * Wordings out of questions that have something else in common than how they were said (the same answer): only those
 * that three people said alike, most heard first.
 */
export async function wordingsAlike(
  asked: readonly { readonly person: string; readonly text: string }[],
  most: number,
): Promise<readonly { readonly text: string; readonly count: number }[]> {
  if (!mayBeShown(asked)) return [];
  const places = await groupSimilar(asked.map(({ text }) => text));
  const groups = Map.groupBy(asked, (_, i) => places[i] ?? 0);
  return [...groups.values()]
    .flatMap((group) => wordingsOf(group, most))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, most);
}
