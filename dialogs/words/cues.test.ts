import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../test/support/fuzz.ts';
import { cueAt, endsWithCue, foldedCues, holdsCue, readingOf } from './cues.ts';

const word = fc.constantFrom('bà', 'ba', 'làm', 'giúp', 'không', 'có', 'gì', 'vậy');
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

it('finds a cue in a message just where its words stand in a row', () => {
  fc.assert(
    fc.property(
      fc.array(phrase, { minLength: 1, maxLength: 5 }),
      fc.array(word, { maxLength: 7 }),
      (line, said) => {
        const { words, read, cues } = readingOf(said.join(' '));
        const list = cues(line.join('|'));
        const text = ` ${words.join(' ')} `;
        expect(holdsCue(list, words)).toBe(line.some((cue) => text.includes(` ${read(cue)} `)));
        expect(endsWithCue(list, words)).toBe(line.some((cue) => text.endsWith(` ${read(cue)} `)));
      },
    ),
    { numRuns: runs(300) },
  );
});

it('takes the longest cue at a place', () => {
  expect(cueAt(foldedCues('làm|làm giúp'), ['lam', 'giup', 'ba'], 0)).toEqual(['lam', 'giup']);
});

it('tells "bà" from "ba" for one who writes accents, and for nobody else', () => {
  const heard = (said: string): boolean => {
    const { words, cues } = readingOf(said);
    return holdsCue(cues('giúp bà'), words);
  };
  expect([heard('giúp bà'), heard('giúp ba'), heard('giup ba')]).toEqual([true, false, true]);
});
