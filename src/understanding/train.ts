import { calibrate, FOLDS, judgeFold, type Judged, type Labels } from './calibrate.ts';
import { documentsOf, FOLLOW_UP, NONE, withFoldedCopies, type Documents } from './documents.ts';
import { openFamilies } from './families.ts';
import type { Lexicon } from './lexicon.ts';
import {
  joined,
  trainingSet,
  weightsOf,
  type ClassWeights,
  type LabelledDocument,
  type TrainingSet,
} from './linear.ts';
import type { Model } from './model.ts';
import { packLinear } from './packLinear.ts';
import type { NationalLine } from './national/line.ts';
import { packNational, renumbered, type NumberedNational } from './national/pack.ts';
import { learnSpelling } from './spelling.ts';
import { tellingOf } from './telling.ts';
import { numberWords } from './wordTable.ts';
import { trainingInput, type TrainingInput, type TrainingRelease } from './trainingInput.ts';

/** Trains the matcher of a release. Pure and deterministic; some seconds, so run it in workers or at build time. */
export const train = (release: TrainingRelease, lexicon: Lexicon, national: readonly NationalLine[]): Model =>
  trainModel(trainingInput(release, lexicon, national));

export function trainModel(input: TrainingInput): Model {
  const prepared = prepare(input);
  return assemble(
    input,
    prepared,
    tasksOf(prepared).map((task) => runTask(input, prepared, task)),
  );
}

/** The two decisions that are learnt. */
const decisions = ['topics', 'aspects'] as const;
type Decision = (typeof decisions)[number];

interface Ready {
  readonly documents: readonly LabelledDocument[];
  readonly labels: Labels;
  /** Made when its first task runs: a worker that only judges folds needs none. */
  readonly set: () => TrainingSet;
}
export type Prepared = Readonly<Record<Decision, Ready>>;

/** A piece of training that knows nothing of the others: some classes of a decision, or one fold of its calibration. */
export type Task =
  | { readonly kind: 'classes'; readonly of: Decision; readonly from: number; readonly to: number }
  | { readonly kind: 'fold'; readonly of: Decision; readonly fold: number }
  | { readonly kind: 'national' };

export type TaskResult =
  | { readonly kind: 'classes'; readonly of: Decision; readonly weights: readonly ClassWeights[] }
  | { readonly kind: 'fold'; readonly of: Decision; readonly judged: readonly Judged[] }
  | { readonly kind: 'national'; readonly packed: NumberedNational };

export function prepare(input: TrainingInput): Prepared {
  const documents = documentsOf(input);
  return {
    topics: ready(documents.topics, topicLabels(input)),
    aspects: ready(documents.aspects, aspectLabels(documents)),
  };
}

function ready(documents: readonly LabelledDocument[], labels: Labels): Ready {
  let made: TrainingSet | undefined;
  return { documents, labels, set: () => (made ??= trainingSet(withFoldedCopies(documents), labels.only)) };
}

/** So many classes a task that workers end at about the same time. */
const CLASSES = 24;

/** Every piece of a training, the long ones first. Their order is the order of their results in `assemble`. */
export function tasksOf(prepared: Prepared): Task[] {
  const folds = decisions.flatMap((of) =>
    Array.from({ length: FOLDS }, (_, fold): Task => ({ kind: 'fold', of, fold })),
  );
  const classes = decisions.flatMap((of) => {
    const all = new Set(prepared[of].documents.map(({ label }) => label)).size;
    return Array.from({ length: Math.ceil(all / CLASSES) }, (_, part): Task => {
      const from = part * CLASSES;
      return { kind: 'classes', of, from, to: Math.min(from + CLASSES, all) };
    });
  });
  return [...folds, { kind: 'national' }, ...classes];
}

export function runTask(input: TrainingInput, prepared: Prepared, task: Task): TaskResult {
  if (task.kind === 'national')
    return { kind: 'national', packed: packNational(input.national, input.covered) };
  const { documents, labels, set } = prepared[task.of];
  if (task.kind === 'fold')
    return { kind: 'fold', of: task.of, judged: judgeFold(documents, labels, task.fold) };
  const places = Array.from({ length: task.to - task.from }, (_, i) => task.from + i);
  return { kind: 'classes', of: task.of, weights: places.map((c) => weightsOf(set(), c)) };
}

/** Joins what tasks gave, in the order of `tasksOf`: whoever ran them, the model is the same byte for byte. */
export function assemble(input: TrainingInput, prepared: Prepared, results: readonly TaskResult[]): Model {
  const all = [...prepared.topics.documents, ...prepared.aspects.documents].map(({ words }) => words);
  const words = numberWords();
  const spelling = learnSpelling(all, words.idOf);
  const known = new Map(
    input.topics.map(({ id, kind, outcome, only }) => [
      id,
      { id, kind, outcome, only: only === null ? null : [...only] },
    ]),
  );
  const decided = (of: Decision): Model['topics'] => {
    const own = results.filter((result) => result.kind !== 'national' && result.of === of);
    const weights = own.flatMap((result) => (result.kind === 'classes' ? result.weights : []));
    const judged = own.flatMap((result) => (result.kind === 'fold' ? result.judged : []));
    return { linear: packLinear(joined(prepared[of].set(), weights), words.idOf), ...calibrate(judged) };
  };
  const telling = tellingOf(prepared.topics.documents);
  const national =
    results.find((result) => result.kind === 'national')?.packed ??
    packNational(input.national, input.covered);
  const numbered = {
    topics: decided('topics'),
    aspects: decided('aspects'),
    spelling,
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
