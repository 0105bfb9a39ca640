import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { documentsOf, readerOf } from './documents.ts';
import { fastRow, openFast } from './fastRow.ts';
import { bagOf, learnVocabulary, rowOf } from './features.ts';
import { allRows, numberLabelled, rowsOf } from './linear.ts';
import { packLinear } from './packLinear.ts';
import { learnWeighing, weighRows } from './weigh.ts';
import { numberWords, openWords } from './wordTable.ts';

const documents = documentsOf(anInput());
const read = readerOf(anInput());
const some = documents.topics.flatMap(({ words }) => words.map(({ word }) => word));
/** Features are numbered differently here and there: rows are told apart by their values. */
const rising = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);

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
