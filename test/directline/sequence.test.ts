import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyText, call, matching, open, sample } from './client.ts';
import { SECRET, startToy, type ToyServer } from './toy-house.ts';

/** The sequence of the Direct Line sheet, played by raw HTTP and WebSocket. */
describe('a conversation over Direct Line', () => {
  let server: ToyServer;
  beforeAll(async () => {
    server = await startToy();
  });
  afterAll(() => server.stop());

  const dl = (path: string, init: Parameters<typeof call>[2] = {}) =>
    call(server.url, `/v3/directline${path}`, init);

  it('is greeted, echoed before it is answered, and replayed after a lost connection', async () => {
    const generated = await dl('/tokens/generate', { token: SECRET, body: {} });
    expect(generated.status).toBe(200);
    expect(generated.body).toEqual({
      conversationId: matching(/^[\w-]{22,}$/),
      token: anyText,
      expires_in: 1800,
    });
    const id: string = generated.body['conversationId'] ?? '';

    const start = { token: generated.body['token'], body: sample('directline-start-request-directlinejs') };
    const started = await dl('/conversations', start);
    expect(started.status).toBe(201);
    expect(started.body['conversationId']).toBe(id);
    expect(started.body['streamUrl']).toMatch(/^ws:\/\//);
    const token: string = started.body['token'] ?? '';
    expect((await dl('/conversations', start)).status).toBe(200);

    const first = open(started.body['streamUrl'] ?? '');
    await first.until(() => first.messages().length === 1);
    expect(first.messages()[0]).toMatchObject({ type: 'message', text: 'Xin chào', from: { role: 'bot' } });
    expect(first.sets[0]?.watermark).toMatch(/^\d+$/);

    const message = sample('directline-outgoing-message-from-webchat');
    const posted = await dl(`/conversations/${id}/activities`, { token, body: message });
    expect(posted.status).toBe(200);
    await first.until(() => first.messages().length === 3);
    const [, echo, reply] = first.messages();
    expect(echo).toMatchObject({
      id: posted.body['id'],
      text: message['text'],
      from: { id: 'r_k2h5m8q1zx' },
      conversation: { id },
      locale: 'vi-VN',
      channelData: message['channelData'],
      entities: message['entities'],
    });
    expect(reply).toMatchObject({ replyToId: posted.body['id'], from: { id: 'tro-ly', role: 'bot' } });
    const times = first.messages().map(({ timestamp }) => Date.parse(String(timestamp)));
    expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true);

    // The same message again, as clients send it after a lost answer.
    const again = await dl(`/conversations/${id}/activities`, { token, body: message });
    expect(again.body['id']).toBe(posted.body['id']);
    first.socket.send('');
    first.socket.terminate();

    const beforeReply = first.sets.findLast(
      ({ activities }) => activities[0]?.['id'] === echo?.['id'],
    )?.watermark;
    const rejoined = await dl(`/conversations/${id}?watermark=${beforeReply ?? ''}`, { token });
    expect(rejoined.status).toBe(200);
    expect(rejoined.body['token']).toEqual(anyText);
    const second = open(rejoined.body['streamUrl'] ?? '');
    await second.until(() => second.messages().length === 1);
    expect(second.messages()).toEqual([reply]);
    second.socket.terminate();

    const polled = await dl(`/conversations/${id}/activities?watermark=`, { token });
    expect(polled.body['activities']).toEqual(first.messages());
  });

  it('is started with the secret alone, with an empty body too', async () => {
    const started = await dl('/conversations', { token: SECRET, method: 'POST' });
    expect(started.status).toBe(201);
    const polled = await dl(`/conversations/${started.body['conversationId']}/activities`, {
      token: started.body['token'],
    });
    expect(polled.status).toBe(200);
  });

  it('takes its user from the token', async () => {
    const request = sample('directline-generate-request');
    const generated = await dl('/tokens/generate', { token: SECRET, body: request });
    const started = await dl('/conversations', { token: generated.body['token'], body: {} });
    const id = started.body['conversationId'];
    const message = sample('directline-outgoing-message-from-webchat');
    await dl(`/conversations/${id}/activities`, { token: started.body['token'], body: message });
    const polled = await dl(`/conversations/${id}/activities`, { token: started.body['token'] });
    const activities = polled.body['activities'] as unknown as { from: unknown }[];
    expect(activities.map(({ from }) => from)).toContainEqual({ id: 'dl_3f6c1a', role: 'user' });
  });

  it('keeps its place when its token is refreshed', async () => {
    const made = await call(server.url, '/api/portal/token', { body: { unit: '25333' } });
    const refreshed = await dl('/tokens/refresh', { token: made.body['token'], method: 'POST' });
    expect(refreshed).toMatchObject({ status: 200, body: { conversationId: made.body['conversationId'] } });
    expect((await dl('/conversations', { token: refreshed.body['token'], body: {} })).status).toBe(201);
  });
});
