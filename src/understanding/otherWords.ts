import { FOLLOW_UP } from './documents.ts';
import { eachFeature } from './fastRow.ts';
import { weightOf } from './judge.ts';
import type { OpenModel } from './openModel.ts';
import { standsAt } from './phrases.ts';
import type { Word } from './text.ts';

/** The words that do not speak for a bare follow-up: what is left names a matter. What pairs say is shared by their words. */
export function otherWords(words: readonly Word[], { topics }: OpenModel): readonly Word[] {
  const asks = topics.labels.indexOf(FOLLOW_UP);
  const says = new Float64Array(words.length);
  eachFeature(words, topics.fast, (feature, from, to) => {
    const weight = weightOf(topics, feature, asks) * (topics.fast.idf[feature] ?? 0);
    says[from] = (says[from] ?? 0) + weight / 2;
    says[to] = (says[to] ?? 0) + weight / 2;
  });
  return words.filter((_, i) => (says[i] ?? 0) <= 0);
}

/**
 * Without the words for where somebody lives: "hộ khẩu khác tỉnh", "ở phường nơi tạm trú" say where, not what. After an
 * act they are what is wished: "gia hạn tạm trú", "nhập hộ khẩu".
 */
export function withoutWhereabouts(
  words: readonly Word[],
  { whereabouts: { names, acts } }: Pick<OpenModel, 'whereabouts'>,
): readonly Word[] {
  const isAct = (at: number): boolean =>
    acts.some((act) => at >= act.length && standsAt(words, at - act.length, act));
  const rest: Word[] = [];
  for (let at = 0; at < words.length;) {
    const here = words[at];
    if (here === undefined) break;
    const name = isAct(at) ? undefined : names.find((phrase) => standsAt(words, at, phrase));
    if (name === undefined) rest.push(here);
    at += name?.length ?? 1;
  }
  return rest.length === words.length ? words : rest;
}
