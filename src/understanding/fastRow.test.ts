import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { documentsOf, readerOf } from './documents.ts';
import { fastRow, openFast } from './fastRow.ts';
import { bagOf, learnVocabulary, rowOf } from './features.ts';

const documents = documentsOf(anInput());
const read = readerOf(anInput());
const some = documents.topics.flatMap(({ words }) => words.map(({ word }) => word));

it('gives the rows of training, whatever is typed', () => {
  for (const only of [null, documents.asking]) {
    const vocabulary = learnVocabulary(
      documents.topics.map(({ words }) => words),
      only,
    );
    const fast = openFast(vocabulary);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...some), fc.string({ maxLength: 6 })), { maxLength: 14 }),
        (parts) => {
          const words = read(parts.join(' '));
          const slow = rowOf(bagOf(words), vocabulary);
          const quick = fastRow(words, fast);
          const sorted = ({ at, value }: typeof slow): [number, number][] =>
            [...at]
              .map((feature, k): [number, number] => [feature, value[k] ?? 0])
              .sort((a, b) => a[0] - b[0]);
          expect(sorted(quick).map(([feature]) => feature)).toEqual(sorted(slow).map(([feature]) => feature));
          sorted(quick).forEach(([, v], k) => expect(v).toBeCloseTo(sorted(slow)[k]?.[1] ?? 0, 9));
          expect(quick.known).toBeCloseTo(slow.known, 9);
        },
      ),
      { numRuns: 200, seed: 8 },
    );
  }
});
