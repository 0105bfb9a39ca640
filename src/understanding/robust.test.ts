import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { trainModel } from './train.ts';
import type { Expectation } from './types.ts';
import { createUnderstand } from './understand.ts';

const understand = createUnderstand(trainModel(anInput()));
const options: Expectation = {
  kind: 'option',
  options: [
    { id: 'co', label: 'Có', says: [] },
    { id: '__proto__', label: 'constructor', says: ['toString'] },
  ],
};
/** Far above what any message needs on a busy machine, far below what a storm would cost if it were not bounded. */
const MILLISECONDS = 400;

describe('any string', () => {
  it.each([
    ['a megabyte of one letter', 'a'.repeat(1_000_000)],
    ['a megabyte of words', 'khai sinh '.repeat(100_000)],
    ['a megabyte of unit names', 'phường An Lộc '.repeat(70_000)],
    ['a megabyte of particles', 'dạ '.repeat(330_000)],
    ['a storm of combining marks', `a${'\u0301\u0323'.repeat(300_000)}`],
    ['lone surrogates', '\ud800\udc00\ud800 khai \udfff sinh'.repeat(100)],
    ['keys of objects', '__proto__ constructor toString hasOwnProperty valueOf'],
    ['control characters', '\u0000\u0007\u001b[31m\u202e\u200b'],
    ['only emoji', '😡😡👶🏽🇻🇳'],
    ['nothing', ''],
  ])('%s returns in bounded time', (_, text) => {
    for (const expects of [null, options, { kind: 'unit' } as const]) {
      const from = performance.now();
      const got = understand(text, { topic: 'dang-ky-khai-sinh', expects, unit: null });
      expect(performance.now() - from).toBeLessThan(MILLISECONDS);
      expect(got.candidates.every(({ p }) => p >= 0 && p <= 1)).toBe(true);
    }
  });

  it('keeps the promises of the contract', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (text, asked) => {
        const context = { topic: null, expects: asked ? options : null, unit: null };
        const got = understand(text, context);
        expect(got).toEqual(understand(text, context));
        expect(got.candidates.map(({ p }) => p)).toEqual(
          got.candidates.map(({ p }) => p).toSorted((a, b) => b - a),
        );
        expect(got.confidence === 'sure' ? got.candidates.length : 1).toBeGreaterThan(0);
        expect([null, 'co', '__proto__']).toContain(got.option);
        expect(got.fromContext).toBe(false);
        expect(got.because.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 300, seed: 4, interruptAfterTimeLimit: 5000 },
    );
  });

  it('means the same in capitals, and with marks and emoji around it', () => {
    const texts = ['làm giấy khai sinh', 'đăng ký tạm trú mấy ngày có', 'otp không về'];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom('!!!', ' 😀', '...', '  ', ' ~'),
        (text, tail) => {
          const plain = understand(text, { topic: null, expects: null, unit: null }).candidates;
          const loud = understand(text.toUpperCase() + tail, {
            topic: null,
            expects: null,
            unit: null,
          }).candidates;
          expect(loud).toEqual(plain);
        },
      ),
      { seed: 4 },
    );
  });
});

describe('every regular expression of the room', () => {
  const sources = readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));
  const found = sources.flatMap((source) =>
    [
      ...source.matchAll(
        /(?<=[=(\s!])\/((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[*])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[])*)\/([gimsuy]+)/gu,
      ),
    ].map(([, body = '', flags = '']) => new RegExp(body, flags)),
  );

  it('is seen by this scan', () => {
    expect(found.length).toBeGreaterThan(8);
  });

  it('has no repetition inside a repetition', () => {
    expect(
      found.map(({ source }) => source).filter((source) => /\([^)]*[+*][^)]*\)[+*{]/u.test(source)),
    ).toEqual([]);
  });

  it('takes linear time on strings made to make it go back', () => {
    for (const regex of found)
      for (const piece of ['a', 'aa1', 'ấ', '.', ' ', '\u0301', '?a']) {
        const text = `${piece.repeat(20_000)}\u0000`;
        const from = performance.now();
        text.replace(regex, '');
        expect({ regex, slow: performance.now() - from >= MILLISECONDS }).toEqual({ regex, slow: false });
      }
  });
});
