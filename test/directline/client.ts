import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { WebSocket } from 'ws';

/** Raw HTTP and WebSocket by the Direct Line sheet: nothing here is taken from the product. */
export type Activity = Record<string, unknown>;

/** vitest's matchers, typed as what they are: anything. */
export const anyText: unknown = expect.any(String);
export const like = (shape: object): unknown => expect.objectContaining(shape);
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

export interface ActivitySet {
  readonly activities: Activity[];
  readonly watermark?: string;
}

export const sample = (name: string): Activity =>
  JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8')) as Activity;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, never>;
}

export interface CallInit {
  readonly token?: string;
  readonly body?: unknown;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

/** `path` from the root of the server. A body that is no string goes as JSON. */
export async function call(url: string, path: string, init: CallInit = {}): Promise<Answer> {
  const { token, body, headers = {} } = init;
  const response = await fetch(url + path, {
    method: init.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : { text }) as Answer['body'],
  };
}

export interface Talk {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** A started conversation, by the portal page's own way. */
export async function startTalk(url: string): Promise<Talk> {
  const made = await call(url, '/api/portal/token', { body: {} });
  const started = await call(url, '/v3/directline/conversations', {
    token: made.body['token'],
    body: { user: {} },
  });
  if (started.status !== 201) throw new Error(`start: ${started.status} ${JSON.stringify(started.body)}`);
  return {
    id: started.body['conversationId'] ?? '',
    token: started.body['token'] ?? '',
    streamUrl: started.body['streamUrl'] ?? '',
  };
}

let sent = 0;
export async function say(url: string, talk: Talk, activity: Activity | string): Promise<Answer> {
  sent += 1;
  const body =
    typeof activity === 'string'
      ? {
          ...sample('directline-outgoing-message-from-webchat'),
          text: activity,
          channelData: { clientActivityID: `said-${sent}` },
        }
      : activity;
  return await call(url, `/v3/directline/conversations/${talk.id}/activities`, { token: talk.token, body });
}

export async function poll(url: string, talk: Talk, watermark = ''): Promise<ActivitySet> {
  const path = `/v3/directline/conversations/${talk.id}/activities?watermark=${watermark}`;
  const answer = await call(url, path, { token: talk.token });
  if (answer.status !== 200) throw new Error(`poll: ${answer.status}`);
  return answer.body as unknown as ActivitySet;
}

/** Polls until the bot has said `count` messages. */
export async function botSaid(url: string, talk: Talk, count: number, ms = 5000): Promise<Activity[]> {
  for (let waited = 0; ; waited += 20) {
    const { activities } = await poll(url, talk);
    const said = activities.filter((activity) => (activity['from'] as Activity)['role'] === 'bot');
    if (said.length >= count) return said;
    if (waited > ms)
      throw new Error(`the bot said ${said.length} of ${count}: ${JSON.stringify(activities)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface OpenSocket {
  readonly socket: WebSocket;
  readonly sets: ActivitySet[];
  /** All activities that came, typing apart. */
  readonly messages: () => Activity[];
  until(test: () => boolean): Promise<void>;
}

export function open(streamUrl: string, origin?: string): OpenSocket {
  const socket = new WebSocket(streamUrl, origin === undefined ? {} : { origin });
  const sets: ActivitySet[] = [];
  let check = (): void => undefined;
  socket.on('message', (data: Buffer, binary) => {
    if (binary) throw new Error('a binary frame');
    if (data.length > 0) sets.push(JSON.parse(data.toString('utf8')) as ActivitySet);
    check();
  });
  return {
    socket,
    sets,
    messages: () => sets.flatMap(({ activities }) => activities).filter(({ type }) => type !== 'typing'),
    until: (test) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`not seen: ${JSON.stringify(sets)}`)), 5000);
        check = () => {
          if (!test()) return;
          clearTimeout(timer);
          resolve();
        };
        check();
      }),
  };
}

/** How an upgrade that is refused was answered. */
export async function refusedUpgrade(streamUrl: string, origin?: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const socket = new WebSocket(streamUrl, origin === undefined ? {} : { origin });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
      socket.terminate();
    });
    socket.on('error', () => undefined);
    socket.on('open', () => {
      socket.terminate();
      reject(new Error('the socket opened'));
    });
  });
}
