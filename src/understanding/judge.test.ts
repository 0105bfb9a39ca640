import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { clearIn } from './clearIn.ts';
import { bestOf, judge, weightOf } from './judge.ts';
import { openModel } from './openModel.ts';
import { aWord } from './text.ts';
import { trainModel } from './train.ts';
import { numbered } from './wordTable.ts';

const input = anInput();
const { topics, table, known } = openModel(trainModel(input));
const said = input.topics.flatMap(({ phrases, names }) => phrases.concat(names)).join(' ');
const someWords = fc
  .array(fc.constantFrom(...new Set(`${said} xyz`.split(' '))), { maxLength: 9 })
  .map((list) =>
    numbered(
      list.map((word) => aWord(word)),
      table,
    ),
  );

describe('labels of words', () => {
  it('are given best first, and the best alone is the same', () => {
    fc.assert(
      fc.property(someWords, (words) => {
        const all = judge(words, topics, null);
        const ps = all.map(({ p }) => p);
        expect(ps).toEqual([...ps].sort((a, b) => b - a));
        expect(bestOf([...words], topics, null)).toEqual(all[0] ?? null);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('that are not allowed are never given', () => {
    fc.assert(
      fc.property(someWords, fc.nat(topics.labels.length - 1), (words, place) => {
        const allowed = Uint8Array.from(topics.labels, (_, c) => (c === place ? 0 : 1));
        for (const { label } of judge(words, topics, allowed)) expect(label).not.toBe(topics.labels[place]);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('that are clear are the same whether what cannot be is passed over early or not', () => {
    let clear = 0;
    fc.assert(
      fc.property(
        someWords,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (words, least, any) => {
          const best = bestOf(words, topics, null);
          const wanted = any ? null : 'dang-ky-tam-tru';
          const isClear =
            best !== null &&
            best.p >= least &&
            known.get(best.label)?.kind === 'procedure' &&
            (wanted === null || best.label === wanted);
          if (isClear) clear += 1;
          // Another array: what was summed up last must not help.
          expect(clearIn([...words], topics, null, least, wanted)).toEqual(isClear ? best : null);
        },
      ),
      { numRuns: 500, seed: 6 },
    );
    expect(clear).toBeGreaterThan(20);
  });

  it('weigh a feature as the packed weights say', () => {
    const { starts, classes, weights, scale } = topics.weights;
    for (let f = 0; f + 1 < starts.length; f += 7)
      topics.labels.forEach((_, c) => {
        const at = classes.subarray(starts[f], starts[f + 1]).indexOf(c);
        expect(weightOf(topics, f, c)).toBe(at < 0 ? 0 : (weights[(starts[f] ?? 0) + at] ?? 0) * scale);
      });
  });
});
