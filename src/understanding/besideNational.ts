import { weightOf } from './judge.ts';
import type { OpenModel } from './openModel.ts';
import { explainedBy } from './telling.ts';
import type { Word } from './text.ts';
import type { NationalHit, Understanding } from './types.ts';
import { idsOf } from './wordTable.ts';

export type Decided = Pick<
  Understanding,
  'candidates' | 'confidence' | 'outcome' | 'fromContext' | 'nationalFirst'
>;

/** Share of what she says that a name must explain, and she of the name; how much that must be, and how much more than the topic explains. */
const NAMES = 0.7;
const COVERS = 0.45;
const WHOLE = 0.8;
const NAMES_WORDS = 1.5;
const CLEARLY = 0.2;
/** Weight from which a word by itself speaks for a topic. */
const SPEAKS = 0;

export /**
 * A procedure of the national list that we have no entry for may sound like one of ours: "giấy phép nhập khẩu tàu cá"
 * is no moving of a household. Where its name explains clearly more of her words than the best topic does, nothing is
 * done about that topic unasked.
 */
function besideNational(
  decided: Decided,
  words: readonly Word[],
  national: readonly NationalHit[],
  model: OpenModel,
): Decided {
  const [hit] = national;
  const best = decided.candidates[0]?.topic;
  if (hit === undefined || hit.kind === 'covered' || decided.fromContext || decided.outcome === 'safety')
    return decided;
  // Who tells what went wrong names no procedure, unless she says nearly all of its name.
  const trouble = best !== undefined && model.known.get(best)?.kind === 'trouble';
  if (trouble && hit.covers < WHOLE) return decided;
  const said = words.reduce((sum, { folded }) => sum + model.tells(folded), 0);
  if (hit.explains < NAMES || hit.covers < COVERS || hit.explains * said < NAMES_WORDS) return decided;
  const ours = best === undefined ? 0 : explainedBy(words, model.tells, speaksFor(best, model));
  if (hit.explains - ours < CLEARLY) return decided;
  const unsure = decided.confidence === 'sure';
  return {
    ...decided,
    ...(unsure ? { confidence: 'unsure', outcome: 'clarify' } : {}),
    nationalFirst: true,
  };
}

/** Whether a word by itself speaks for the topic. */
function speaksFor(topic: string, { topics }: OpenModel): (word: Word) => boolean {
  const c = topics.labels.indexOf(topic);
  const { table, typed, folded } = topics.fast;
  const speaks = (f: number | undefined): boolean =>
    f !== undefined && f >= 0 && weightOf(topics, f, c) > SPEAKS;
  return (word) => {
    const ids = idsOf(word, table);
    return speaks(folded[ids.folded]) || speaks(typed[ids.word]);
  };
}
