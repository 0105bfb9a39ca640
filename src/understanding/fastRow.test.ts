import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { documentsOf, readerOf } from './documents.ts';
import { fastRow, openFast } from './fastRow.ts';
import { bagOf, rowOf } from './features.ts';
import { joined, trainingSet } from './linear.ts';
import { packLinear } from './packLinear.ts';
import { numberWords, openWords } from './wordTable.ts';

const documents = documentsOf(anInput());
const read = readerOf(anInput());
const some = documents.topics.flatMap(({ words }) => words.map(({ word }) => word));

it('gives the rows of training, whatever is typed', () => {
  for (const only of [null, documents.asking]) {
    const { vocabulary, labels } = trainingSet(documents.topics, only);
    const numbered = numberWords();
    const packed = packLinear(joined({ labels, vocabulary }, []), numbered.idOf);
    const fast = openFast(packed, openWords(numbered.list()));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...some), fc.string({ maxLength: 6 })), { maxLength: 14 }),
        (parts) => {
          const words = read(parts.join(' '));
          const slow = rowOf(bagOf(words), vocabulary);
          const quick = fastRow(words, fast);
          // Features are numbered anew in a model: rows are told apart by their values.
          const values = Array.from(quick.value.subarray(0, quick.length)).sort((a, b) => a - b);
          const meant = Array.from(slow.value).sort((a, b) => a - b);
          expect(values).toHaveLength(meant.length);
          values.forEach((value, k) => expect(value).toBeCloseTo(meant[k] ?? 0, 9));
          expect(quick.known).toBeCloseTo(slow.known, 9);
        },
      ),
      { numRuns: 200, seed: 8 },
    );
  }
});
