import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainJson } from './json.ts';

it('plain JSON is what writing and reading gives, whatever stands in a value', () => {
  const roundTrip = (value: unknown): unknown => JSON.parse(JSON.stringify({ value }))['value'];
  const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined), fc.date());
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string({ maxLength: 4 }), fc.constant('__proto__')), tie('node'), {
        maxKeys: 4,
      }),
    ),
  })).node;
  fc.assert(
    fc.property(tree, (value) => {
      fc.pre(value !== undefined);
      // -0 is written as 0.
      expect(JSON.stringify(plainJson(value))).toBe(JSON.stringify(roundTrip(value)));
    }),
    { seed: 3, numRuns: 300 },
  );
});
