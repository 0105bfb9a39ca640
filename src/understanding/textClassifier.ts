import { AppError } from '#root/errors.ts';
import { calibrate, FOLDS, judgeFold, probability, tableOf, type Labels } from './calibrate.ts';
import { judge, openClassifier } from './judge.ts';
import { kept } from './kept.ts';
import type { Lexicon } from './lexicon.ts';
import { allRows, numberLabelled, trainingSet, type LabelledDocument } from './linear.ts';
import { normalise } from './normalise.ts';
import { packLinear } from './packLinear.ts';
import { reading } from './phrases.ts';
import { noteSame, openSameWords } from './sameWords.ts';
import { openShortForms } from './shortForms.ts';
import { mend, spellingOf } from './spelling.ts';
import { fold, words, type Word } from './text.ts';
import { MOST_WORDS, numbered, openWords } from './wordTable.ts';

export interface Example {
  readonly text: string;
  readonly label: string;
}

export interface TextClassifier {
  /** The best labels with their scores, best first; `p`: probability that the first is right. Bounded for any text. */
  classify(text: string): { readonly labels: readonly string[]; readonly p: number };
  /** The probability under which `share` of the right ones of training stand: below it, "none of these" may be said. */
  cut(share: number): number;
}

/**
 * The engine of this room for any texts and labels, without topics, aspects or dialogs: what the benchmark compares, and
 * what others can use by itself. With a lexicon Vietnamese is read as residents type it; without one any language that
 * parts its words, with runs of letters for their endings. Synchronous: some seconds for ten thousand examples.
 */
export function trainClassifier(examples: readonly Example[], lexicon: Lexicon | null): TextClassifier {
  const plain = lexicon === null ? readLetters : readSyllables(lexicon);
  const documents = examples.map(({ text, label }): LabelledDocument => ({ label, words: plain(text) }));
  const spelling = lexicon === null ? null : spellingOf(documents.map((document) => document.words));
  const note = lexicon === null ? (read: readonly Word[]) => read : noting(lexicon);
  const learnt = numberLabelled(documents.map(({ label, words: read }) => ({ label, words: note(read) })));
  const labels: Labels = { keep: new Set(), kin: (a, b) => a === b, harms: () => true, only: null };
  const table = tableOf(learnt.labels, labels);
  const judged = Array.from({ length: FOLDS }, (_, fold) => judgeFold(learnt, table, fold)).flat();
  const { calibration, thresholds, accuracy } = calibrate(judged);
  const { train } = trainingSet(learnt, allRows(learnt));
  const trained = learnt.labels.map((_, c) => train(c));
  if (learnt.words.length > MOST_WORDS)
    throw new AppError('MODEL_INVALID', `more than ${MOST_WORDS} different words`);
  const linear = packLinear(learnt, trained, (word) => word);
  const known = openWords(learnt.words);
  const classifier = openClassifier({ linear, calibration, thresholds, accuracy }, known, labels.kin);
  const rights = judged
    .filter(({ right }) => right)
    .map((one) => probability(calibration, one))
    .sort((a, b) => a - b);
  return {
    classify: (text) => {
      const read = spelling === null ? plain(text) : note(mend(plain(text), spelling));
      const verdicts = judge(numbered(read, known), classifier, null);
      return { labels: verdicts.slice(0, 5).map(({ label }) => label), p: verdicts[0]?.p ?? 0 };
    },
    cut: (share) => rights[Math.floor(share * rights.length)] ?? 0,
  };
}

function readSyllables(lexicon: Lexicon): (text: string) => Word[] {
  const forms = openShortForms(lexicon.shortForms);
  return (text) => normalise(text, forms, () => false);
}

function noting(lexicon: Lexicon): (read: readonly Word[]) => readonly Word[] {
  const groups = openSameWords(lexicon.sameWords, reading(openShortForms(lexicon.shortForms)));
  return (read) => noteSame(read, groups);
}

const readLetters = (text: string): Word[] => words(text).map(withGrams);

const withGrams = (word: Word): Word => ({ ...word, grams: gramsOf(word.folded) });

/** Runs of three and four letters, the ends of the word marked. */
const gramsOf = kept(10_000, (word: string): readonly string[] => {
  const marked = `^${word}$`;
  return [3, 4].flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, at) => marked.slice(at, at + length)),
  );
});

/** Whether texts are Vietnamese: a third of them carry its diacritics. */
export const isVietnamese = (texts: readonly string[]): boolean =>
  texts.filter((text) => fold(text) !== text.toLowerCase().normalize('NFC')).length > texts.length / 3;
