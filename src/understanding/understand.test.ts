import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { decodeModel, encodeModel } from './model.ts';
import { trainModel } from './train.ts';
import { createUnderstand } from './understand.ts';
import type { UnderstandContext } from './types.ts';

const model = trainModel(anInput());
const understand = createUnderstand(model);
const nothing: UnderstandContext = { topic: null, expects: null, unit: null };
const best = (text: string): string | undefined => understand(text, nothing).candidates[0]?.topic;

describe('the model', () => {
  it('is the same byte for byte from the same data, and survives being stored', () => {
    const again = encodeModel(trainModel(anInput()));
    expect(Buffer.compare(again, encodeModel(model))).toBe(0);
    const stored = createUnderstand(decodeModel(again));
    expect(stored('otp ko về', nothing)).toEqual(understand('otp ko về', nothing));
  });

  it('whose bytes are cut off, changed, or of something else is refused', () => {
    const bytes = encodeModel(model);
    const changed = bytes.slice();
    changed[changed.length - 9] = (changed[changed.length - 9] ?? 0) ^ 1;
    for (const wrong of [bytes.subarray(0, bytes.length - 8), changed, Buffer.from('{}'), new Uint8Array()])
      expect(() => decodeModel(wrong)).toThrow('no model of this version');
  });
});

describe('a message', () => {
  it.each([
    ['lam giay khai sinh', 'dang-ky-khai-sinh'],
    ['ddawng kys khai sinh', 'dang-ky-khai-sinh'],
    ['dang9 ky1 tam5 tru1', 'dang-ky-tam-tru'],
    ['làm khai snih cho bé', 'dang-ky-khai-sinh'],
    ['khaisinh cho con', 'dang-ky-khai-sinh'],
    ['toi thue tro muon dang ky tam tru', 'dang-ky-tam-tru'],
    ['otp ko về', 'trouble:otp-khong-den'],
  ])('%s is about %s', (text, topic) => {
    expect(best(text)).toBe(topic);
  });

  it('says which words decided', () => {
    expect(understand('làm giấy khai sinh', nothing).because.map(({ word }) => word)).toContain('khai');
  });

  it('keeps the topic of the conversation for a follow-up, and drops it for a new one', () => {
    const context = { ...nothing, topic: 'dang-ky-khai-sinh' };
    const fee = understand('thế lệ phí bao nhiêu', context);
    expect([fee.candidates[0]?.topic, fee.fromContext, fee.aspect]).toEqual([
      'dang-ky-khai-sinh',
      true,
      'le-phi',
    ]);
    const other = understand('đăng ký tạm trú mấy ngày có', context);
    expect([other.candidates[0]?.topic, other.fromContext, other.aspect]).toEqual([
      'dang-ky-tam-tru',
      false,
      'thoi-han',
    ]);
  });

  it('takes a question about her case for no new topic, though it holds a word of one', () => {
    const context = { ...nothing, topic: 'dang-ky-khai-sinh' };
    for (const text of ['ở trọ có được không', 'có cần giấy kết hôn không', 'chưa cưới thì sao']) {
      const kept = understand(text, context);
      expect([text, kept.candidates[0]?.topic, kept.confidence]).toEqual([text, 'dang-ky-khai-sinh', 'sure']);
    }
  });

  it('that names what is spoken of anyway is about it, and no mere follow-up', () => {
    const again = understand('làm giấy khai sinh', { ...nothing, topic: 'dang-ky-khai-sinh' });
    expect([again.candidates[0]?.topic, again.fromContext]).toEqual(['dang-ky-khai-sinh', false]);
  });

  it('hears a trouble in the middle of a topic', () => {
    const stuck = understand('chờ hoài không thấy mã đâu', { ...nothing, topic: 'dang-ky-khai-sinh' });
    expect([stuck.candidates[0]?.topic, stuck.aspect, stuck.fromContext]).toEqual([
      'trouble:otp-khong-den',
      'loi-su-co',
      false,
    ]);
  });

  it('asks back when it says only what, not about which topic', () => {
    expect(understand('lệ phí bao nhiêu', nothing)).toMatchObject({
      confidence: 'unsure',
      outcome: 'clarify',
    });
  });

  it('holds a second question', () => {
    const both = understand('khai sinh cần gì và tạm trú mấy ngày có', nothing);
    expect(new Set([both.candidates[0]?.topic, both.second?.topic])).toEqual(
      new Set(['dang-ky-khai-sinh', 'dang-ky-tam-tru']),
    );
  });
});
