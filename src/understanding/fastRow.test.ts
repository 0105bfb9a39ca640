import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { documentsOf, readerOf } from './documents.ts';
import { fastRow, openFast } from './fastRow.ts';
import { bagOf, learnVocabulary, rowOf } from './features.ts';
import { allRows, numberLabelled, rowsOf } from './linear.ts';
import { packLinear } from './packLinear.ts';
import { aWord } from './text.ts';
import { learnWeighing, weighRows } from './weigh.ts';
import { numberWords, openWords } from './wordTable.ts';

const documents = documentsOf(anInput());
const read = readerOf(anInput());
const some = documents.topics.flatMap(({ words }) => words.map(({ word }) => word));
/** Features are numbered differently here and there: rows are told apart by their values. */
const rising = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);

/** As languages with endings have them: here every letter is a run. */
const spelt = <T extends { readonly folded: string }>(word: T): T & { readonly grams: string[] } => ({
  ...word,
  grams: Array.from(word.folded),
});

it('runs of letters are a channel of their own', () => {
  const learnt = documents.topics.map(({ label, words }) => ({ label, words: words.map(spelt) }));
  const numbered = numberLabelled(learnt);
  const copies = learnt
    .map(({ words }) => words.map((word) => ({ ...word, word: word.folded })))
    .filter((words, d) => words.some(({ word }, i) => word !== learnt[d]?.words[i]?.word));
  const vocabulary = learnVocabulary([...learnt.map(({ words }) => words), ...copies]);
  const fast = openFast(
    packLinear(numbered, [], (word) => word),
    openWords(numbered.words),
  );
  for (const text of ['khai sinh cho con', 'zzz khai', 'x'.repeat(40)]) {
    const words = read(text).map(spelt);
    const plain = rowOf(bagOf(words), vocabulary);
    const quick = fastRow(words, fast);
    expect(quick.known).toBeCloseTo(plain.known, 6);
    expect(rising(quick.value.subarray(0, quick.length))).toHaveLength(plain.value.length);
    rising(plain.value).forEach((value, k) =>
      expect(rising(quick.value.subarray(0, quick.length))[k]).toBeCloseTo(value, 6),
    );
  }
});

it('a message of more runs than are read leaves nothing behind for the next', () => {
  const many = Array.from({ length: 5000 }, (_, n) => `w${n}`);
  const numbered = numberLabelled([{ label: 'a', words: many.map((word) => spelt(aWord(word))) }]);
  const fast = openFast(
    packLinear(numbered, [], (word) => word),
    openWords(numbered.words),
  );
  const alone = (): number[] => {
    const row = fastRow([aWord('w4999'), aWord('w4998')], fast);
    return [...row.value.subarray(0, row.length)];
  };
  const before = alone();
  fastRow(
    many.map((word) => aWord(word)),
    fast,
  );
  expect(alone()).toEqual(before);
});

describe.each([
  ['all words', null],
  ['words of asking', documents.asking],
])('rows of %s', (_, only) => {
  const folded = documents.topics.map(({ words }) => words.map((word) => ({ ...word, word: word.folded })));
  const numbered = numberLabelled(documents.topics, only);
  const { corpus } = numbered;

  it('are weighed for training as features are named and counted', () => {
    const rows = rowsOf(numbered, () => true);
    const vocabulary = learnVocabulary(
      documents.topics.map(({ words }) => words),
      only,
    );
    const weighed = weighRows(corpus, rows, learnWeighing(corpus, rows));
    documents.topics.forEach(({ words }, i) => {
      const plain = rowOf(bagOf(words), vocabulary);
      const values = rising(weighed.value.subarray(weighed.starts[i], weighed.starts[i + 1]));
      expect(values).toHaveLength(plain.value.length);
      rising(plain.value).forEach((value, k) => expect(values[k]).toBeCloseTo(value, 6));
      expect(weighed.known[i]).toBeCloseTo(plain.known, 6);
    });
  });

  it('are the same for a message, whatever is typed', () => {
    const copies = folded.filter((words, d) =>
      words.some(({ word }, i) => word !== documents.topics[d]?.words[i]?.word),
    );
    expect(allRows(numbered)).toHaveLength(documents.topics.length + copies.length);
    const vocabulary = learnVocabulary([...documents.topics.map(({ words }) => words), ...copies], only);
    const names = numberWords();
    const packed = packLinear(numbered, [], (word) => names.idOf(numbered.words[word] ?? ''));
    const fast = openFast(packed, openWords(names.list()));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...some), fc.string({ maxLength: 6 })), { maxLength: 14 }),
        (parts) => {
          const words = read(parts.join(' '));
          const plain = rowOf(bagOf(words), vocabulary);
          const quick = fastRow(words, fast);
          const values = rising(quick.value.subarray(0, quick.length));
          expect(values).toHaveLength(plain.value.length);
          rising(plain.value).forEach((value, k) => expect(values[k]).toBeCloseTo(value, 6));
          expect(quick.known).toBeCloseTo(plain.known, 6);
        },
      ),
      { numRuns: 200, seed: 8 },
    );
  });
});
