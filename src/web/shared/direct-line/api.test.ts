import { describe, expect, it } from 'vitest';
import { createApi, type Session } from './api.ts';
import type { HttpAnswer, HttpCall } from './http.ts';
import { backOff } from './waiter.ts';

const session: Session = { conversationId: 'DL/1', token: 't1', expiresAt: 5, started: true };

function apiThatAnswers(answer: HttpAnswer) {
  const calls: HttpCall[] = [];
  const api = createApi((call) => {
    calls.push(call);
    return Promise.resolve(answer);
  }, '');
  return { api, calls };
}
const ok = (body: unknown): HttpAnswer => ({ kind: 'ok', status: 200, body });
const status = (code: number, waitMs: number | null = null): HttpAnswer => ({
  kind: 'status',
  status: code,
  waitMs,
});

describe('the calls of Direct Line', () => {
  it.each([
    [403, 'expired'],
    [401, 'gone'],
    [404, 'gone'],
    [400, 'rejected'],
    [413, 'rejected'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
  ])('takes %i as %s', async (code, kind) => {
    const { api } = apiThatAnswers(status(code));
    expect((await api.activities(session, '0')).kind).toBe(kind);
  });

  it('waits as long as the server asks', async () => {
    const { api } = apiThatAnswers(status(429, 7000));
    expect(await api.activities(session, '0')).toEqual({ kind: 'later', waitMs: 7000 });
  });

  it('takes a body that makes no sense as a passing fault', async () => {
    const { api } = apiThatAnswers(ok('<html>'));
    expect((await api.open(null, null)).kind).toBe('later');
    expect((await api.rejoin(session, '0')).kind).toBe('later');
  });

  it('names the conversation safely in the path and sends the message with its identity and choice', async () => {
    const { api, calls } = apiThatAnswers(ok({ id: '1' }));
    await api.post(session, { clientId: 'c1', text: 'Xong', choice: 'step:done', at: 0 });
    expect(calls[0]).toMatchObject({
      method: 'POST',
      url: '/v3/directline/conversations/DL%2F1/activities',
      token: 't1',
      body: { text: 'Xong', value: { choice: 'step:done' }, channelData: { clientActivityID: 'c1' } },
    });
  });

  it('has a conversation erased by its token alone', async () => {
    const { api, calls } = apiThatAnswers({ kind: 'ok', status: 204, body: {} });
    expect((await api.erase(session)).kind).toBe('ok');
    expect(calls).toEqual([{ method: 'DELETE', url: '/api/portal/conversation', token: 't1' }]);
    expect((await apiThatAnswers(status(403)).api.erase(session)).kind).toBe('expired');
  });

  it('asks to take up a conversation and knows whether that worked', async () => {
    const resumed = apiThatAnswers(ok({ conversationId: 'DL/1', token: 't2', expires_in: 60 }));
    expect(await resumed.api.open('25326', session)).toMatchObject({ value: { started: true, token: 't2' } });
    expect(resumed.calls[0]?.body).toEqual({
      unit: '25326',
      resume: { conversationId: 'DL/1', token: 't1' },
    });
    const other = apiThatAnswers(ok({ conversationId: 'DL/2', token: 't3' }));
    expect(await other.api.open(null, session)).toMatchObject({ value: { started: false } });
  });

  it('uses no stream address but ws and wss', async () => {
    const { api } = apiThatAnswers(ok({ conversationId: 'DL/1', streamUrl: 'https://khong.example/' }));
    expect(await api.rejoin(session, '0')).toMatchObject({
      value: { streamUrl: null, session: { token: 't1' } },
    });
  });
});

describe('backing off', () => {
  it('doubles from half a second to fifteen, give or take 30 %', () => {
    const middle = [0, 1, 2, 3, 4, 5, 20].map((attempt) => backOff(attempt, () => 0.5));
    expect(middle).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(backOff(0, () => 0)).toBeCloseTo(350);
    expect(backOff(0, () => 1)).toBeCloseTo(650);
  });
});
