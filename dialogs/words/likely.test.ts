import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../test/support/fuzz.ts';
import { hear } from './heard.ts';
import { likely, together } from './likely.ts';
import { find, isHeard } from './find.ts';
import { pattern } from './pattern.ts';

const word = fc.constantFrom(
  'có',
  'co',
  'không',
  'làm',
  'giấy',
  'nhà',
  'nha',
  'cháy',
  '=ba',
  'ba',
  'bà',
  'mẹ',
);
const text = fc.oneof(
  word,
  fc.tuple(word, word).map(([a, b]) => `${a}/${b}`),
  fc.constant('..'),
  fc.constantFrom('<who>', '<gone>'),
);
const patternText = fc
  .tuple(word, fc.array(text, { maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest].join(' '));
const groups = { who: ['mẹ tôi', 'bà', 'ba má'] };
const short = { nk: ['nhà không'], bm: ['ba', 'mẹ'] };
const said = fc.array(
  fc.constantFrom(
    'có',
    'co',
    'khong',
    'không',
    'làm',
    'giấy',
    'nhà',
    'chay',
    'ba',
    'bà',
    'mẹ',
    'tôi',
    'bm',
    '.',
  ),
  { maxLength: 9 },
);

it('passes over no pattern that is heard', () => {
  fc.assert(
    fc.property(fc.array(patternText, { maxLength: 6 }), said, (texts, words) => {
      const all = texts.map((one) => pattern(one, groups));
      const heard = hear(words.join(' '), short);
      const found = all.filter((one) => find(one, heard) !== null);
      expect(isHeard(all, heard)).toBe(found.length > 0);
      expect(found.filter((one) => !likely(all, heard).includes(one))).toEqual([]);
    }),
    { numRuns: runs(300) },
  );
});

it('tells lists apart that are looked through together', () => {
  const [fire, thief] = [[pattern('cháy xe'), pattern('nhà .. cháy')], [pattern('trộm vô nhà')]];
  const near = together([fire, thief])(hear('nhà tui cháy rồi'));
  expect(near(fire)).toEqual([fire[1]]);
  expect(near(thief)).toEqual([]);
});

it('takes a pattern by its telling word, and only where all its parts may be said', () => {
  const all = [pattern('có .. không'), pattern('có .. nghỉ')];
  expect(likely(all, hear('mai có nghỉ'))).toEqual([all[1]]);
  expect(likely(all, hear('mai có'))).toEqual([]);
});
