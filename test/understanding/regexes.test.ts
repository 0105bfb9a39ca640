import { readdirSync, readFileSync } from 'node:fs';
import { isSafe } from 'redos-detector';
import { describe, expect, it } from 'vitest';

/** The room that reads whatever residents type. The detector calls any second start of a search unsafe; here none is needed. */
const rooms = ['../../src/understanding/'].map((room) => new URL(room, import.meta.url));
const LITERAL =
  /(?<=[=(,:?[!&|\s])\/((?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\n\\[*])(?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\n\\[])*)\/([dgimsuy]*)(?=[.,;)\s\]])/gu;

const found = rooms.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      readFileSync(new URL(file, room), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\/\/|\*|\/\*)/u.test(line))
        .flatMap((line) =>
          [...line.matchAll(LITERAL)].flatMap(([, body = '', flags = '']) => {
            try {
              // The detector knows no case-insensitive unicode; capitals change nothing about going back.
              return [{ file, regex: new RegExp(body, flags.replace(/[dgimsy]/gu, '')) }];
            } catch {
              return [];
            }
          }),
        ),
    ),
);

describe('every regular expression of understanding', () => {
  it('is seen by this scan', () => {
    expect(found.length).toBeGreaterThan(8);
    expect(found.some(({ file }) => file.endsWith('normalise.ts'))).toBe(true);
  });

  it('cannot be made to go back and forth for ever', () => {
    const unsafe = found
      .filter(({ regex }) => !isSafe(regex, { maxScore: 200, timeout: 2_000 }).safe)
      .map(({ file, regex }) => `${file} ${String(regex)}`);
    expect(unsafe).toEqual([]);
  });

  it('would be caught if it could', () => {
    expect(isSafe(/^(?:a+)+$/u).safe).toBe(false);
  });
});
