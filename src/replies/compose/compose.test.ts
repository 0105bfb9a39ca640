import { describe, expect, it } from 'vitest';
import type { DocumentFact, FeeFact, TimeFact } from '#knowledge/facts/fact.ts';
import { shippedWording } from '../../../test/dialogs/wording.ts';
import { voiceOf } from '../wording.ts';
import { checklist } from './checklist.ts';
import { feeItems } from './fee.ts';
import { capital, day, listed, money } from './format.ts';
import { sourceBlocks } from './sources.ts';
import { timeValue } from './time.ts';

const voice = voiceOf(new Map(Object.entries(shippedWording())), 'vi');
const who = (ids: readonly string[]): string => `hỏi-${ids.join('+')}`;

const grounds = {
  procedure: 'p',
  id: 'f',
  applies: 'yes',
  openQuestions: [],
  sources: [{ title: 'Luật A', kind: 'law', confidence: 'high' }],
  asOf: '2026-06-10',
  expired: false,
  sure: true,
} as const;

const aFee = (part: Partial<FeeFact> = {}): FeeFact => ({
  ...grounds,
  field: 'fee',
  label: 'thường',
  amount: 8000,
  per: null,
  channel: 'any',
  extra: false,
  note: null,
  whoKnows: [],
  ...part,
});
const aTime = (part: Partial<TimeFact> = {}): TimeFact => ({
  ...grounds,
  field: 'time',
  label: null,
  amount: 3,
  unit: 'working-day',
  cutoff: null,
  plus: [],
  whoKnows: [],
  ...part,
});
const aPaper = (part: Partial<DocumentFact> = {}): DocumentFact => ({
  ...grounds,
  field: 'documents',
  name: 'Tờ khai',
  form: 'original',
  formCode: null,
  status: 'needed',
  replacedBy: null,
  note: null,
  prose: null,
  ...part,
});

describe('format', () => {
  it.each([
    [0, '0'],
    [8000, '8.000'],
    [1234567, '1.234.567'],
    [999, '999'],
  ])('writes %d đồng as %s', (amount, said) => {
    expect(money(amount)).toBe(said);
  });
  it.each([
    ['2026-06-10', '10/6/2026'],
    ['2026-11-02', '2/11/2026'],
    ['2026-06', '6/2026'],
    ['2026', '2026'],
  ])('writes %s as %s', (date, said) => {
    expect(day(date)).toBe(said);
  });
  it('joins lists and begins sentences', () => {
    expect(listed(['a', 'b', 'c'], 'và')).toBe('a, b và c');
    expect(listed([], 'và')).toBe('');
    expect(capital('đăng ký')).toBe('Đăng ký');
  });
});

describe('fees', () => {
  it('says an amount, per what, and free', () => {
    expect(feeItems(voice, [aFee({ per: 'bản' })], who)[0]).toMatchObject({
      label: 'Lệ phí',
      value: '8.000 đồng/bản',
      weak: false,
    });
    expect(feeItems(voice, [aFee({ amount: 0 })], who)[0]?.value).toBe('miễn phí');
  });
  it('never turns unknown or unsure into a number', () => {
    for (const fact of [
      aFee({ amount: 'unknown', whoKnows: ['ward'] }),
      aFee({ sure: false, whoKnows: ['ward'] }),
    ]) {
      const value = feeItems(voice, [fact], who)[0]?.value ?? '';
      expect(value).toContain('chưa có mức chính thức');
      expect(value).toContain('hỏi-ward');
      expect(value).not.toMatch(/\d/);
    }
  });
  it('says that nothing is known where no fee applies, which is not free', () => {
    expect(feeItems(voice, [], who)[0]).toMatchObject({ weak: true });
    expect(feeItems(voice, [], who)[0]?.value).not.toContain('miễn phí');
  });
  it('names each case while something is open, and the way of filing only where names repeat', () => {
    const labels = feeItems(voice, [aFee({ channel: 'online' }), aFee({ channel: 'counter' })], who).map(
      ({ label }) => label,
    );
    expect(labels[0]).toContain('nộp trực tuyến');
    const own = feeItems(
      voice,
      [aFee({ channel: 'online', label: 'qua mạng' }), aFee({ channel: 'counter', label: 'tại quầy' })],
      who,
    );
    expect(own.map(({ label }) => label)).toEqual(['Lệ phí – qua mạng', 'Lệ phí – tại quầy']);
  });
});

describe('times', () => {
  it('says working days in words, with the hour after which the next day counts', () => {
    expect(timeValue(voice, aTime(), who)).toBe('3 ngày làm việc');
    expect(timeValue(voice, aTime({ amount: 0, cutoff: '15:00' }), who)).toContain('sau 15:00');
    expect(timeValue(voice, aTime({ amount: 'unknown', whoKnows: ['ward'] }), who)).toContain('hỏi-ward');
  });
  it('tells what may be added from what is added', () => {
    const plus = [{ amount: 2, unit: 'day', why: 'xác minh', applies: 'open' }] as const;
    expect(timeValue(voice, aTime({ plus }), who)).toContain('. Có thể thêm 2 ngày');
  });
});

describe('papers', () => {
  it('puts needed ones first and those of a database last, with the reason', () => {
    const block = checklist(
      voice,
      'Giấy tờ',
      [
        aPaper({ id: 'a', status: 'from-database', replacedBy: 'dữ liệu dân cư' }),
        aPaper({ id: 'b', applies: 'open' }),
        aPaper({ id: 'c' }),
        aPaper({ id: 'd', status: 'ask-staff' }),
      ],
      () => 'khi mưa',
    );
    expect(block).toMatchObject({
      items: [
        { id: 'c', state: 'needed' },
        { id: 'b', state: 'depends', note: 'Chỉ cần khi: khi mưa.' },
        { id: 'd', state: 'ask-staff' },
        { id: 'a', state: 'not-needed' },
      ],
    });
    expect(JSON.stringify(block)).toContain('dữ liệu dân cư');
  });
  it('leaves a paper without a firm source to the officer', () => {
    expect(checklist(voice, 'x', [aPaper({ sure: false })], () => '')).toMatchObject({
      items: [{ state: 'ask-staff' }],
    });
  });
  it('is nothing where there are none', () => {
    expect(checklist(voice, 'x', [], () => '')).toBeNull();
  });
});

describe('sources', () => {
  it('gives the oldest date, and weaker words past the review date', () => {
    const blocks = sourceBlocks(voice, [aFee(), aTime({ asOf: '2026-01-02', expired: true })]);
    expect(blocks[0]).toMatchObject({ kind: 'text' });
    expect(blocks[1]).toMatchObject({ kind: 'sources', weak: true, asOf: 'Thông tin tính đến 2/1/2026.' });
  });
  it('never cites memory', () => {
    expect(
      sourceBlocks(voice, [aFee({ sources: [{ title: 'nhớ', kind: 'memory', confidence: 'low' }] })]),
    ).toEqual([]);
  });
});
