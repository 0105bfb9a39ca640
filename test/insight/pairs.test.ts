import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeBot, type Bot } from '../../src/build/bot.ts';
import { build, type Build } from '../../src/build/build.ts';
import { changedAnswers, readsAlike } from '../../src/build/compare/pairs.ts';
import { reachOf } from '../../src/build/compare/reach.ts';
import { answeredOf, isSame } from '../../src/build/compare/side.ts';
import { answerQuestion } from '../../src/commands/ask/answer.ts';
import { readRows } from '../../src/commands/evaluate/rows.ts';
import type { Asked } from '#insight/ports.ts';
import type { CompiledRelease } from '#knowledge/release.ts';
import type { Understand } from '#turns/ports.ts';

const NOW = Date.parse('2026-11-23T05:00:00Z');
let built: Build;
let bot: Bot;
let questions: Asked[];

beforeAll(async () => {
  built = await build({ pages: false, say: () => undefined });
  bot = composeBot(built);
  const folder = join(import.meta.dirname, '../../data/evaluation');
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readRows(join(folder, file)));
  questions = rows
    .filter((_, i) => i % 7 === 0)
    .map(({ text, context }) => ({ text, topic: context ?? null, unit: '25326' }));
});

/** Asked in full, without leaving anything out. */
function changedInFull(after: Bot): number[] {
  const ask = (one: Bot, { text, topic, unit }: Asked) =>
    answeredOf(answerQuestion(one, { id: null, text, topic, unit, date: null, expects: null }, NOW));
  return questions.flatMap((asked, place) => (isSame(ask(bot, asked), ask(after, asked)) ? [] : [place]));
}

function changed(after: Bot, compiled: CompiledRelease): number[] {
  const reach = reachOf(built.compiled, compiled);
  return [...changedAnswers({ before: bot, after, reach, now: NOW }, questions)].flatMap((pair) =>
    pair === null ? [] : [pair.place],
  );
}

const withProcedure = (id: string, change: (one: CompiledRelease['procedures'][number]) => object) => ({
  ...built.compiled,
  procedures: built.compiled.procedures.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
});

describe('asking the second release only where its answer can differ gives what asking always gives', () => {
  const both = (compiled: CompiledRelease) => {
    const after = { ...composeBot({ compiled, model: built.model }), understand: bot.understand };
    const { wide } = reachOf(built.compiled, compiled);
    return { wide, full: changedInFull(after), found: changed(after, compiled) };
  };

  it('for a fee', () => {
    const { wide, full, found } = both(
      withProcedure('dang-ky-khai-sinh', (one) => ({
        fees: one.fees.map((fee) => (typeof fee.amount === 'number' ? { ...fee, amount: 12_345 } : fee)),
      })),
    );
    expect(wide).toBe(false);
    expect(full.length).toBeGreaterThan(0);
    expect(found).toEqual(full);
  });

  it('for a name', () => {
    const { wide, full, found } = both(
      withProcedure('dang-ky-khai-sinh', () => ({ short: 'khai sinh kiểu mới' })),
    );
    expect(wide).toBe(true);
    expect(full.length).toBeGreaterThan(0);
    expect(found).toEqual(full);
  });

  it('for a wording that every answer may have', () => {
    const wording = new Map<string, CompiledRelease['wording'][string]>(
      Object.entries(built.compiled.wording),
    );
    for (const key of wording.keys())
      if (key.startsWith('unclear')) wording.set(key, { vi: 'Câu khác hẳn.' });
    const { wide, full, found } = both({ ...built.compiled, wording: Object.fromEntries(wording) });
    expect(wide).toBe(true);
    expect(full.length).toBeGreaterThan(0);
    expect(found).toEqual(full);
  });

  it('for a matcher that is a little surer or less sure of everything', () => {
    let n = 0;
    const understand: Understand = (text, context) => {
      const read = bot.understand(text, context);
      n += 1;
      const shift = ((text.length % 7) - 3) / 250;
      const candidates = read.candidates.map(({ topic, p }) => ({
        topic,
        p: Math.round(Math.min(1, Math.max(0, p + p * shift)) * 10_000) / 10_000,
      }));
      return { ...read, because: [], candidates };
    };
    const after = { ...bot, understand };
    const full = changedInFull(after);
    n = 0;
    expect(changed(after, built.compiled)).toEqual(full);
    // Read once each, and asked again only where the reading differs.
    expect(n).toBeLessThan(2 * questions.length);
  });
});

it('readings that differ by less than the dialogs look at are alike', () => {
  const read = bot.understand('làm khai sinh cho con', { topic: null, expects: null, unit: null });
  const [first, ...rest] = read.candidates;
  const p = first?.p ?? 0;
  const other = (to: number) => ({ ...read, candidates: [{ topic: first?.topic ?? '', p: to }, ...rest] });
  const whole = Math.floor(p * 100) / 100;
  expect(readsAlike(other(whole + 0.001), other(whole + 0.009))).toBe(true);
  expect(readsAlike(other(whole + 0.001), other(whole - 0.001))).toBe(false);
  expect(readsAlike(read, { ...read, aspect: 'ket-qua' })).toBe(false);
  expect(readsAlike(read, { ...read, confidence: 'unknown' })).toBe(false);
});
