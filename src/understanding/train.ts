import { calibrate, tableOf, type Labels } from './calibrate.ts';
import { documentsOf, FOLLOW_UP, NONE, type Documents } from './documents.ts';
import { openFamilies } from './families.ts';
import type { Lexicon } from './lexicon.ts';
import { numberLabelled, type LabelledDocument } from './linear.ts';
import type { Model } from './model.ts';
import { packLinear } from './packLinear.ts';
import type { NationalLine } from './national/line.ts';
import { packNational, renumbered, type NumberedNational } from './national/pack.ts';
import { learnSpelling } from './spelling.ts';
import { decisions, openTasks, tasksOf, type Data, type Decision, type TaskResult } from './tasks.ts';
import { tellingOf } from './telling.ts';
import { MOST_WORDS, numberWords } from './wordTable.ts';
import { trainingInput, type TrainingInput, type TrainingRelease } from './trainingInput.ts';

/** Trains the matcher of a release. Pure and deterministic; some seconds, so run it in workers or at build time. */
export const train = (release: TrainingRelease, lexicon: Lexicon, national: readonly NationalLine[]): Model =>
  trainModel(trainingInput(release, lexicon, national));

export function trainModel(input: TrainingInput): Model {
  const prepared = prepare(input);
  const run = openTasks(prepared.data);
  return assemble(input, prepared, tasksOf(prepared.data).map(run), packNationalOf(input));
}

/** Documents read and numbered: what the tasks are run on, and what only joining them needs. */
export interface Prepared {
  /** Plain numbers and names, for workers. */
  readonly data: Data;
  /** Words of each decision's corpus by its own numbers. */
  readonly words: Readonly<Record<Decision, readonly string[]>>;
  readonly documents: Documents;
}

export function prepare(input: TrainingInput): Prepared {
  const documents = documentsOf(input);
  const topics = ready(documents.topics, topicLabels(input));
  const aspects = ready(documents.aspects, aspectLabels(documents));
  return {
    data: { topics: topics.data, aspects: aspects.data },
    words: { topics: topics.words, aspects: aspects.words },
    documents,
  };
}

function ready(documents: readonly LabelledDocument[], labels: Labels) {
  const { words, ...numbered } = numberLabelled(documents, labels.only);
  return { words, data: { numbered, table: tableOf(numbered.labels, labels) } };
}

export const packNationalOf = ({ national, covered }: TrainingInput): NumberedNational =>
  packNational(national, covered);

/** Joins what tasks gave, in the order of `tasksOf`: whoever ran them, the model is the same byte for byte. */
export function assemble(
  input: TrainingInput,
  prepared: Prepared,
  results: readonly TaskResult[],
  national: NumberedNational,
): Model {
  const { documents } = prepared;
  const words = numberWords(MOST_WORDS);
  const all = decisions.flatMap((of) => documents[of].map((document) => document.words));
  const known = new Map(
    input.topics.map(({ id, kind, outcome, only }) => [
      id,
      { id, kind, outcome, only: only === null ? null : [...only] },
    ]),
  );
  const decided = (of: Decision): Model['topics'] => {
    const own = results.filter((result) => result.of === of);
    const weights = own.flatMap((result) => (result.kind === 'classes' ? result.weights : []));
    const judged = own.flatMap((result) => (result.kind === 'fold' ? result.judged : []));
    const { numbered } = prepared.data[of];
    const linear = packLinear(numbered, weights, (word) => words.idOf(prepared.words[of][word] ?? ''));
    return { linear, ...calibrate(judged) };
  };
  const telling = tellingOf(documents.topics);
  const numbered = {
    spelling: learnSpelling(all, words.idOf),
    topics: decided('topics'),
    aspects: decided('aspects'),
    telling: {
      words: Uint16Array.from(telling, ([word]) => words.idOf(word)),
      tells: Uint16Array.from(telling, ([, tells]) => Math.round(tells * 1e3)),
    },
    national: renumbered(national, words.idOf),
  };
  return {
    format: 2,
    // Complete only now that all the others have numbered theirs.
    words: words.list(),
    ...numbered,
    known: [...known.values()],
    places: input.places,
    lexicon: input.lexicon,
  };
}

/**
 * Harm is an answer about the wrong matter. Nobody is harmed by a trouble's tip, by being asked back, by "I do not
 * understand"; a trouble or a bare follow-up that is answered in general is not wrong either.
 */
function topicLabels(input: TrainingInput): Labels {
  const troubles = input.topics.filter(({ kind }) => kind === 'trouble').map(({ id }) => id);
  const mild = new Set([
    NONE,
    FOLLOW_UP,
    ...troubles,
    ...input.topics.filter(({ outcome }) => MILD.has(outcome)).map(({ id }) => id),
  ]);
  const vague = new Set([FOLLOW_UP, ...troubles]);
  return {
    keep: new Set([NONE, FOLLOW_UP]),
    only: null,
    kin: openFamilies(input.lexicon),
    harms: (truth, got) => !mild.has(got) && !vague.has(truth),
  };
}

const MILD: ReadonlySet<string> = new Set(['clarify', 'unclear', 'smalltalk', 'handover']);

const aspectLabels = ({ aspects, asking }: Documents): Labels => ({
  keep: new Set(aspects.map(({ label }) => label)),
  only: asking,
  kin: (a, b) => a === b,
  harms: (_, got) => got !== 'khac',
});
