import { calibrate } from './calibrate.ts';
import { documentsOf, FOLLOW_UP, NONE, withFoldedCopies } from './documents.ts';
import type { Lexicon } from './lexicon.ts';
import { trainLinear, type LabelledDocument } from './linear.ts';
import { packLinear, type Model } from './model.ts';
import { learnSpelling } from './spelling.ts';
import { trainingInput, type TrainingInput, type TrainingRelease } from './trainingInput.ts';

/** Trains the matcher of a release. Pure and deterministic; a second or two, so run it in a worker or at build time. */
export const train = (release: TrainingRelease, lexicon: Lexicon): Model =>
  trainModel(trainingInput(release, lexicon));

export function trainModel(input: TrainingInput): Model {
  const documents = documentsOf(input);
  const spelling = learnSpelling([...documents.topics, ...documents.aspects].map(({ words }) => words));
  const known = new Map(
    input.topics.map(({ id, kind, outcome, only }) => [
      id,
      { id, kind, outcome, only: only === null ? null : [...only] },
    ]),
  );
  return {
    format: 1,
    topics: decided(documents.topics, new Set([NONE, FOLLOW_UP])),
    aspects: decided(documents.aspects, new Set(documents.aspects.map(({ label }) => label))),
    known: [...known.values()],
    spelling: { words: [...spelling.words], pairs: [...spelling.pairs] },
    places: input.places,
    lexicon: input.lexicon,
  };
}

function decided(documents: readonly LabelledDocument[], keep: ReadonlySet<string>): Model['topics'] {
  return { linear: packLinear(trainLinear(withFoldedCopies(documents))), ...calibrate(documents, keep) };
}
