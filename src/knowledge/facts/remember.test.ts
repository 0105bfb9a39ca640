import { expect, it } from 'vitest';
import { toyRelease } from '../../../test/dialogs/toy-release.ts';
import type { Case } from './fact.ts';
import { caseKey, keptByRelease } from './remember.ts';

const at: Case = {
  procedure: 'p',
  answers: { a: 'x', b: 'y' },
  channel: null,
  unit: null,
  date: '2026-06-20',
};

it('makes once what is asked for again, and anew for another release', () => {
  const kept = keptByRelease<object>(10);
  const [first, second] = [toyRelease(), toyRelease()];
  const made = kept(first, 'key', () => ({}));
  expect(kept(first, 'key', () => ({}))).toBe(made);
  expect(kept(second, 'key', () => ({}))).not.toBe(made);
});

it('drops the oldest of too many', () => {
  const kept = keptByRelease<object>(2);
  const release = toyRelease();
  const made = ['a', 'b', 'c'].map((key) => kept(release, key, () => ({})));
  expect(['b', 'c'].map((key) => kept(release, key, () => ({})))).toEqual(made.slice(1));
  expect(kept(release, 'a', () => ({}))).not.toBe(made[0]);
});

it('has one key for one case in whatever order it was told, and another for every other', () => {
  const others: readonly Case[] = [
    { ...at, procedure: 'q' },
    { ...at, answers: { a: 'x' } },
    { ...at, answers: { a: 'y', b: 'x' } },
    { ...at, channel: 'online' },
    { ...at, unit: '25326' },
    { ...at, date: '2026-06-21' },
  ];
  expect(caseKey({ ...at, answers: { b: 'y', a: 'x' } })).toBe(caseKey(at));
  expect(new Set([at, ...others].map((one) => caseKey(one))).size).toBe(others.length + 1);
  expect(caseKey(at, 'fee')).not.toBe(caseKey(at, 'time'));
});
