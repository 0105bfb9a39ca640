import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { SECRET, startToy, type ToyServer } from './toy-house.ts';

/** The sequence of the Direct Line sheet, played by raw HTTP and WebSocket. Requests are the sheet's samples. */
const sample = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;

interface Set {
  activities: Record<string, unknown>[];
  watermark?: string;
}

function open(streamUrl: string): {
  socket: WebSocket;
  sets: Set[];
  until(test: (sets: Set[]) => boolean): Promise<void>;
} {
  const socket = new WebSocket(streamUrl);
  const sets: Set[] = [];
  let check = (): void => undefined;
  socket.on('message', (data: Buffer, binary) => {
    expect(binary).toBe(false);
    if (data.length > 0) sets.push(JSON.parse(data.toString('utf8')) as Set);
    check();
  });
  return {
    socket,
    sets,
    until: (test) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`not seen: ${JSON.stringify(sets)}`)), 4000);
        check = () => {
          if (!test(sets)) return;
          clearTimeout(timer);
          resolve();
        };
        check();
      }),
  };
}

describe('the sequence of the sheet', () => {
  let server: ToyServer;
  beforeAll(async () => {
    server = await startToy();
  });
  afterAll(() => server.stop());

  const call = async (path: string, init: { token?: string; body?: unknown; method?: string } = {}) => {
    const response = await fetch(`${server.url}/v3/directline${path}`, {
      method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(init.token === undefined ? {} : { authorization: `Bearer ${init.token}` }),
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };

  it('greets, echoes before it replies, and replays after a lost connection', async () => {
    const generated = await call('/tokens/generate', { token: SECRET, body: {} });
    expect(generated.status).toBe(200);
    expect(Object.keys(generated.body).sort()).toEqual(['conversationId', 'expires_in', 'token']);
    const id = generated.body['conversationId'] ?? '';

    const started = await call('/conversations', {
      token: generated.body['token'],
      body: sample('directline-start-request-directlinejs'),
    });
    expect(started.status).toBe(201);
    expect(started.body['conversationId']).toBe(id);
    expect(started.body['streamUrl']).toMatch(/^ws:\/\//);
    const token = started.body['token'] ?? '';

    const first = open(started.body['streamUrl'] ?? '');
    await first.until((sets) => sets.length >= 1);
    expect(first.sets[0]?.activities[0]).toMatchObject({
      type: 'message',
      text: 'Xin chào',
      from: { role: 'bot' },
    });
    const afterGreeting = first.sets[0]?.watermark;
    expect(afterGreeting).toMatch(/^\d+$/);

    const message = sample('directline-outgoing-message-from-webchat');
    const posted = await call(`/conversations/${id}/activities`, { token, body: message });
    expect(posted.status).toBe(200);
    await first.until(
      (sets) => sets.flatMap((set) => set.activities).filter((a) => a['type'] === 'message').length >= 3,
    );
    const [, echo, reply] = first.sets
      .flatMap((set) => set.activities)
      .filter((a) => a['type'] === 'message');
    expect(echo).toMatchObject({
      id: posted.body['id'],
      text: message['text'],
      from: { id: 'r_k2h5m8q1zx' },
      channelData: { clientActivityID: 'q7d2kz3m1ps' },
      entities: message['entities'],
    });
    expect(reply).toMatchObject({ replyToId: posted.body['id'], from: { role: 'bot' } });
    const times = first.sets.flatMap((set) => set.activities).map((a) => Date.parse(String(a['timestamp'])));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);

    const again = await call(`/conversations/${id}/activities`, { token, body: message });
    expect(again.body['id']).toBe(posted.body['id']);
    first.socket.send('');
    first.socket.terminate();

    const rejoined = await call(`/conversations/${id}?watermark=${first.sets.at(-2)?.watermark ?? ''}`, {
      token,
    });
    expect(rejoined.status).toBe(200);
    expect(rejoined.body['token']).toBeTruthy();
    const second = open(rejoined.body['streamUrl'] ?? '');
    await second.until((sets) => sets.length >= 1);
    expect(second.sets.flatMap((set) => set.activities)).toEqual([reply]);
    second.socket.terminate();

    const polled = await call(`/conversations/${id}/activities?watermark=`, { token });
    expect(polled.body['activities']).toHaveLength(3);
  });
});
