import { calibrate, type Labels } from './calibrate.ts';
import { documentsOf, FOLLOW_UP, NONE, withFoldedCopies } from './documents.ts';
import { openFamilies } from './families.ts';
import type { Lexicon } from './lexicon.ts';
import { trainLinear, type LabelledDocument } from './linear.ts';
import { packLinear, type Model } from './model.ts';
import type { NationalLine } from './national/line.ts';
import { packNational } from './national/pack.ts';
import { learnSpelling } from './spelling.ts';
import { tellingOf } from './telling.ts';
import { trainingInput, type TrainingInput, type TrainingRelease } from './trainingInput.ts';

/** Trains the matcher of a release. Pure and deterministic; a second or two, so run it in a worker or at build time. */
export const train = (release: TrainingRelease, lexicon: Lexicon, national: readonly NationalLine[]): Model =>
  trainModel(trainingInput(release, lexicon, national));

export function trainModel(input: TrainingInput): Model {
  const documents = documentsOf(input);
  const spelling = learnSpelling([...documents.topics, ...documents.aspects].map(({ words }) => words));
  const national = packNational(input.national, input.covered);
  const known = new Map(
    input.topics.map(({ id, kind, outcome, only }) => [
      id,
      { id, kind, outcome, only: only === null ? null : [...only] },
    ]),
  );
  return {
    format: 1,
    topics: decided(documents.topics, topicLabels(input)),
    aspects: decided(documents.aspects, aspectLabels(documents.aspects)),
    known: [...known.values()],
    spelling: { words: [...spelling.words], pairs: [...spelling.pairs] },
    telling: tellingOf(documents.topics),
    national,
    places: input.places,
    lexicon: input.lexicon,
  };
}

function decided(documents: readonly LabelledDocument[], labels: Labels): Model['topics'] {
  return { linear: packLinear(trainLinear(withFoldedCopies(documents))), ...calibrate(documents, labels) };
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
    kin: openFamilies(input.lexicon),
    harms: (truth, got) => !mild.has(got) && !vague.has(truth),
  };
}

const MILD: ReadonlySet<string> = new Set(['clarify', 'unclear', 'smalltalk', 'handover']);

const aspectLabels = (documents: readonly LabelledDocument[]): Labels => ({
  keep: new Set(documents.map(({ label }) => label)),
  kin: (a, b) => a === b,
  harms: (_, got) => got !== 'khac',
});
