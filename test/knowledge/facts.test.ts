import { describe, expect, it } from 'vitest';
import type { Condition } from '#knowledge/schema/condition.ts';
import { documentFacts } from '#knowledge/facts/documents.ts';
import { feeFacts } from '#knowledge/facts/fees.ts';
import { normaliseCase } from '#knowledge/facts/case.ts';
import { placeFact } from '#knowledge/facts/place.ts';
import { questionsFor } from '#knowledge/facts/questions.ts';
import { statementFacts } from '#knowledge/facts/statements.ts';
import { stepsFor } from '#knowledge/facts/steps.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import { aCase, aFlow, aProcedure, aQuestion, aRelease } from '../support/builders.ts';

const born = aProcedure({
  questions: {
    'chung-sinh': aQuestion(['co', 'khong'], { was: ['giay-chung-sinh'] }),
    'co-nguoi-lam-chung': aQuestion(['co', 'khong'], { when: { q: 'chung-sinh', is: 'khong' } }),
  },
  documents: [
    { id: 'to-khai', name: 'Tờ khai', need: 'always', form: 'e-form', formCode: 'TK01', source: ['s1'] },
    {
      id: 'giay-chung-sinh',
      name: 'Giấy chứng sinh',
      need: { not: { q: 'chung-sinh', is: 'co' } },
      form: 'original',
      source: ['s1'],
    },
    {
      id: 'lam-chung',
      name: 'Văn bản của người làm chứng',
      need: { q: 'co-nguoi-lam-chung', is: 'co' },
      form: 'original',
      source: ['s1'],
    },
    { id: 'nho', name: 'Giấy nhớ mang máng', need: 'always', form: 'copy', formCode: 'X1', source: ['nho'] },
  ],
  fees: [
    { id: 'truoc', label: 'Lệ phí', channel: 'online', amount: 5000, to: '2026-12-31', source: ['s1'] },
    { id: 'sau', label: 'Lệ phí', channel: 'online', amount: 0, from: '2027-01-01', source: ['s1'] },
    { id: 'quay', label: 'Lệ phí', channel: 'counter', amount: 8000, source: ['s1'] },
    {
      id: 'nho',
      label: 'Phí nhớ',
      channel: 'any',
      amount: 999,
      extra: true,
      whoKnows: ['cho-xac-nhan', '1022'],
      source: ['nho'],
    },
  ],
});

describe('facts of a case', () => {
  const release = aRelease([born]);

  it('leave a paper open until the question that decides it is answered', () => {
    const facts = documentFacts(release, aCase());
    expect(
      facts.map(({ id, applies, openQuestions, status }) => [id, applies, openQuestions, status]),
    ).toEqual([
      ['to-khai', 'yes', [], 'needed'],
      ['giay-chung-sinh', 'open', ['chung-sinh'], 'needed'],
      ['lam-chung', 'open', ['chung-sinh', 'co-nguoi-lam-chung'], 'needed'],
      ['nho', 'yes', [], 'ask-staff'],
    ]);
  });

  it('do not give a form code that rests on memory', () => {
    expect(documentFacts(release, aCase()).map(({ formCode }) => formCode)).toEqual([
      'TK01',
      null,
      null,
      null,
    ]);
  });

  it('do not see an answer to a question that the case does not ask any more', () => {
    const answers = { 'chung-sinh': 'co', 'co-nguoi-lam-chung': 'co' };
    expect(documentFacts(release, aCase({ answers })).map(({ id }) => id)).toEqual(['to-khai', 'nho']);
    const back = { ...answers, 'chung-sinh': 'khong' };
    expect(documentFacts(release, aCase({ answers: back })).map(({ id }) => id)).toContain('lam-chung');
  });

  it('read answers under old ids and drop what no longer exists', () => {
    const answers = { 'giay-chung-sinh': 'co', 'cau-cu': 'co', constructor: 'co' };
    expect(normaliseCase(release, aCase({ answers })).answers).toEqual({ 'chung-sinh': 'co' });
    expect(normaliseCase(release, aCase({ answers: { 'chung-sinh': 'toString' } })).answers).toEqual({});
  });

  it('ask the questions of a scope one after another', () => {
    expect(questionsFor(release, aCase(), 'documents')).toEqual(['chung-sinh']);
    const answers = { 'chung-sinh': 'khong' };
    expect(questionsFor(release, aCase({ answers }), 'documents')).toEqual(['co-nguoi-lam-chung']);
    expect(questionsFor(release, aCase({ answers: { 'chung-sinh': 'co' } }), 'all')).toEqual([]);
    expect(questionsFor(release, aCase(), 'fee')).toEqual([]);
  });

  it('give the fee of the date and channel, and of every channel while none is chosen', () => {
    const on = (over: Parameters<typeof aCase>[0]) =>
      feeFacts(release, aCase(over)).map(({ id, amount }) => [id, amount]);
    expect(on({ channel: 'online' })).toEqual([
      ['truoc', 5000],
      ['nho', 'unknown'],
    ]);
    expect(on({ channel: 'online', date: '2026-12-31' })[0]).toEqual(['truoc', 5000]);
    expect(on({ channel: 'online', date: '2027-01-01' })[0]).toEqual(['sau', 0]);
    expect(on({}).map(([id]) => id)).toEqual(['truoc', 'quay', 'nho']);
  });

  it('name only contacts that are verified as those who know', () => {
    expect(feeFacts(release, aCase()).at(-1)?.whoKnows).toEqual(['1022']);
  });

  it('are weak from the day after the review', () => {
    expect(timeFacts(release, aCase({ date: '2027-02-01' }))[0]?.expired).toBe(false);
    expect(timeFacts(release, aCase({ date: '2027-02-02' }))[0]?.expired).toBe(true);
  });

  it('are none for a procedure that does not exist', () => {
    const nothing = aCase({ procedure: 'constructor' });
    expect(documentFacts(release, nothing)).toEqual([]);
    expect(placeFact(release, nothing)).toBeNull();
    expect(statementFacts(release, nothing, 'result')).toEqual([]);
    expect(stepsFor(release, nothing)).toHaveLength(4);
  });
});

describe('steps of a case', () => {
  const flow = aFlow();
  const [first, ...rest] = flow.steps;
  const release = aRelease(
    [
      aProcedure({
        questions: { 'ky-so': aQuestion(['co', 'khong']) },
        steps: {
          'tim-thu-tuc': { skip: { q: 'ky-so', is: 'co' } },
          'dien-to-khai': {
            notes: [{ id: 'ky', text: 'Ký số ngay trên cổng.', when: { q: 'ky-so', is: 'co' } }],
          },
        },
        ownSteps: [
          { id: 'ky-to-khai', after: 'dien-to-khai', title: 'Ký', todo: 'Ký tờ khai.', source: ['s1'] },
        ],
      }),
      aProcedure({ id: 'tai-quay', online: { entry: 'counter-only', level: 'unknown', source: ['s1'] } }),
    ],
    {
      flow: {
        ...flow,
        steps: [
          {
            ...first!,
            titleCounter: 'Tới quầy',
            titlePostal: 'Hỏi bưu điện',
            todoCounter: 'Đến quầy.',
            screen: 'Nút đăng nhập',
          },
          ...rest,
        ],
      },
    },
  );
  const ids = (over: Parameters<typeof aCase>[0]) => stepsFor(release, aCase(over)).map(({ id }) => id);

  it('keep a step while it is open whether it is skipped, and ask', () => {
    expect(ids({})).toEqual(['dang-nhap', 'tim-thu-tuc', 'dien-to-khai', 'ky-to-khai', 'nop-ho-so']);
    expect(stepsFor(release, aCase()).map(({ asks }) => asks)).toEqual([[], ['ky-so'], ['ky-so'], [], []]);
    expect(ids({ answers: { 'ky-so': 'co' } })).not.toContain('tim-thu-tuc');
  });

  it('say a note only when it holds', () => {
    const notes = (answers: Record<string, string>) =>
      stepsFor(release, aCase({ answers })).flatMap((step) => step.notes.map(({ id }) => id));
    expect(notes({})).toEqual([]);
    expect(notes({ 'ky-so': 'co' })).toEqual(['ky']);
  });

  it('use the words of the counter where she files there', () => {
    expect(stepsFor(release, aCase({ channel: 'counter' }))[0]).toMatchObject({
      todo: 'Đến quầy.',
      screen: null,
    });
    expect(stepsFor(release, aCase({ channel: 'online' }))[0]).toMatchObject({ screen: 'Nút đăng nhập' });
    expect(stepsFor(release, aCase({ procedure: 'tai-quay' }))[0]).toMatchObject({ todo: 'Đến quầy.' });
  });

  it('have the title of the way she files', () => {
    const titles = (over: Parameters<typeof aCase>[0]) =>
      stepsFor(release, aCase(over)).map(({ title }) => title);
    expect(titles({ channel: 'online' })[0]).toBe('Đăng nhập');
    expect(titles({ channel: 'counter' })[0]).toBe('Tới quầy');
    expect(titles({ channel: 'postal' })[0]).toBe('Hỏi bưu điện');
    expect(titles({ procedure: 'tai-quay' })[0]).toBe('Tới quầy');
    expect(titles({ channel: 'counter' })[1]).toBe(titles({ channel: 'online' })[1]);
  });

  it('tell of the post where a fee or a time is told for it', () => {
    const taken = (when: Condition) =>
      placeFact(
        aRelease([aProcedure({ time: [{ id: 't', when, amount: 3, unit: 'day', source: ['s1'] }] })]),
        aCase(),
      )?.byPost;
    expect(taken({ channel: 'counter' })).toBe(false);
    expect(taken({ not: { channel: 'postal' } })).toBe(true);
  });
});
