import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { trainModel } from './train.ts';
import { createUnderstand } from './understand.ts';
import type { Expectation, UnitMention } from './types.ts';

const understand = createUnderstand(trainModel(anInput()));
const unitsFor = (text: string, expects: Expectation | null = null): readonly UnitMention[] =>
  understand(text, { topic: null, expects, unit: null }).units;
const codes = (text: string): string[] => unitsFor(text).map(({ unit }) => unit);

describe('a unit in a message', () => {
  it.each([
    ['phường Bình Long', '25326'],
    ['tôi ở phường bình long', '25326'],
    ['toi o binh long', '25326'],
    ['p. Tân Phú', '26200'],
    ['Tân Phú', '26200'],
    ['xã Thanh Phú cũ', '25333'],
  ])('%s is %s', (text, unit) => {
    expect(codes(text)).toEqual([unit]);
  });

  it('is asked about where the name means two places', () => {
    const mentions = unitsFor('nhà tôi ở phường An Lộc');
    expect(mentions.map(({ trap }) => trap)).toEqual(['an-loc', 'an-loc']);
    expect(new Set(mentions.map(({ unit }) => unit))).toEqual(new Set(['25326', '25333']));
  });

  it('is not asked about when the old one is named as old', () => {
    expect(unitsFor('phường An Lộc cũ')).toEqual([
      { unit: '25326', said: 'phường An Lộc', former: true, trap: null },
    ]);
  });

  it('keeps names apart that differ by accents, and offers both without them', () => {
    expect(codes('xã Lộc Thạnh')).toEqual(['25270']);
    expect(codes('xa loc thanh')).toEqual(['25270', '25280']);
  });

  it('is not found in ordinary words and names of people', () => {
    expect(codes('anh Tân Phú nhà bên mới sinh em bé')).toEqual([]);
    expect(codes('làm khai sinh cho con')).toEqual([]);
  });

  it('is found in a bare answer when a unit was asked for', () => {
    expect(unitsFor('dạ em bên tân phú đó', { kind: 'unit' }).map(({ unit }) => unit)).toEqual(['26200']);
  });
});
