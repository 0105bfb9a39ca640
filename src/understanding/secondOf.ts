import { aspectOf, type AskedAspect } from './askedAspect.ts';
import { FOLLOW_UP, NONE } from './documents.ts';
import { bestOf } from './judge.ts';
import { allowedIn } from './allowedIn.ts';
import type { OpenModel } from './openModel.ts';
import { segments } from './segments.ts';
import type { Word } from './text.ts';
import type { UnderstandContext, Understanding } from './types.ts';

/** Two questions in one line: another topic that is sure, or another aspect of the same. */
export function secondOf(
  words: readonly Word[],
  first: string | null,
  { aspect, also }: AskedAspect,
  context: UnderstandContext,
  model: OpenModel,
): Understanding['second'] {
  if (first === null || words.length < 5) return null;
  const parts = segments(words, model.joins);
  const { sure } = model.topics.thresholds;
  const read = (parts.length < 2 ? [] : parts).map((part) => {
    const best = bestOf(part, model.topics, allowedIn(context, model));
    const isNamed = best !== null && best.p >= sure && best.label !== NONE && best.label !== FOLLOW_UP;
    return { named: isNamed ? best.label : null, aspect: aspectOf(part, model) };
  });
  const other = read.find(({ named }) => named !== null && named !== first);
  if (other !== undefined && other.named !== null) return { topic: other.named, aspect: other.aspect };
  const more = also ?? read.find((part) => part.aspect !== null && part.aspect !== aspect)?.aspect ?? null;
  return more === null || aspect === null ? null : { topic: first, aspect: more };
}
