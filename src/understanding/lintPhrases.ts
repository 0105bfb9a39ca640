import { documentOf, readerOf } from './documents.ts';
import { openFamilies } from './families.ts';
import { bagOf, rowOf } from './features.ts';
import { leading, scores, trainLinear, type LabelledDocument } from './linear.ts';
import { randomFrom, shuffle } from './random.ts';
import { foldedPhrase } from './text.ts';
import type { TrainingInput } from './trainingInput.ts';

/** What staff should look at before they save phrases. Plain data, worst first within a kind. */
export type Finding =
  /** The same words teach two topics: one of them must let go. */
  | { readonly kind: 'same-phrase'; readonly phrase: string; readonly topics: readonly string[] }
  /** Residents' words for one are read as the other: more phrases that tell them apart, or one topic. */
  | {
      readonly kind: 'overlap';
      readonly topics: readonly [string, string];
      readonly phrases: readonly string[];
      /** Share of the phrases of both that are read as the other, 0–1. */
      readonly share: number;
    }
  /** A phrase that the matcher, taught with all the others, reads as another topic. */
  | { readonly kind: 'misread'; readonly phrase: string; readonly topic: string; readonly got: string }
  | { readonly kind: 'too-few'; readonly topic: string; readonly phrases: number };

/** Under this many a topic is recognised only by its name. */
const FEW = 6;
const FOLDS = 5;
/** Phrases read as the other topic from which two topics overlap. */
const OVERLAP = 2;

interface Phrase {
  readonly text: string;
  readonly topic: string;
  readonly document: LabelledDocument;
}

/** Looks over all phrases of a release. Pure; about a second a thousand phrases, so run it beside the event loop. */
export function lintPhrases(input: TrainingInput): Finding[] {
  const read = readerOf(input);
  const phrases = input.topics.flatMap(({ id, names, phrases: own }) =>
    [...names, ...own].map((text): Phrase => ({ text, topic: id, document: documentOf(id, text, read) })),
  );
  const misread = misreadOf(phrases, openFamilies(input.lexicon));
  return [...samePhrases(phrases), ...overlaps(phrases, misread), ...misread, ...tooFew(input)];
}

function samePhrases(phrases: readonly Phrase[]): Finding[] {
  const owners = new Map<string, { readonly text: string; readonly topics: Set<string> }>();
  for (const { text, topic } of phrases) {
    const key = foldedPhrase(text);
    const known = owners.get(key) ?? { text, topics: new Set<string>() };
    known.topics.add(topic);
    owners.set(key, known);
  }
  return [...owners.values()]
    .filter(({ topics }) => topics.size > 1)
    .map(({ text, topics }) => ({ kind: 'same-phrase', phrase: text, topics: [...topics].sort() }));
}

type Misread = Extract<Finding, { kind: 'misread' }>;

/** Every phrase read by a matcher that was taught with four fifths of the others. */
function misreadOf(phrases: readonly Phrase[], kin: (a: string, b: string) => boolean): Misread[] {
  const order = shuffle([...phrases.keys()], randomFrom(17));
  const foldOf = new Int32Array(phrases.length);
  order.forEach((phrase, i) => (foldOf[phrase] = i % FOLDS));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const taught = phrases.filter((__, i) => foldOf[i] !== fold).map(({ document }) => document);
    const model = trainLinear(taught);
    return phrases.flatMap(({ text, topic, document }, i): Misread[] => {
      if (foldOf[i] !== fold) return [];
      const row = rowOf(bagOf(document.words), model.vocabulary);
      // Words that no other phrase has tell nothing of either topic.
      if (row.at.length === 0) return [];
      const got = leading(model, scores(model, row), 1, () => true)[0]?.label ?? topic;
      return kin(got, topic) ? [] : [{ kind: 'misread', phrase: text, topic, got }];
    });
  }).flat();
}

function overlaps(phrases: readonly Phrase[], misread: readonly Misread[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { topic } of phrases) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const pairs = new Map<string, { readonly topics: readonly [string, string]; readonly phrases: string[] }>();
  for (const { topic, got, phrase } of misread) {
    const topics: readonly [string, string] = topic < got ? [topic, got] : [got, topic];
    const pair = pairs.get(topics.join('|')) ?? { topics, phrases: [] };
    pair.phrases.push(phrase);
    pairs.set(topics.join('|'), pair);
  }
  const all = ([a, b]: readonly [string, string]): number => (counts.get(a) ?? 0) + (counts.get(b) ?? 0);
  return [...pairs.values()]
    .filter((pair) => pair.phrases.length >= OVERLAP)
    .map(({ topics, phrases: said }) => {
      const share = Math.round((100 * said.length) / all(topics)) / 100;
      return { kind: 'overlap' as const, topics, phrases: said, share };
    })
    .sort((a, b) => b.share - a.share || (a.topics[0] < b.topics[0] ? -1 : 1));
}

function tooFew({ topics }: TrainingInput): Finding[] {
  const counts = new Map<string, number>();
  for (const { id, phrases } of topics) counts.set(id, (counts.get(id) ?? 0) + phrases.length);
  return [...counts]
    .filter(([, n]) => n < FEW)
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .map(([topic, n]): Finding => ({ kind: 'too-few', topic, phrases: n }));
}
