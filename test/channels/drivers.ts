import { readFileSync } from 'node:fs';
import { createTokenStore } from '#tokens/repository.ts';
import type { Database } from '#store/database.ts';
import { fakeService } from '../connector/fake-service.ts';
import { call, poll, sample as portalSample, startTalk, type Talk } from '../directline/client.ts';
import { fakeMeta, PAGE } from './fake-meta.ts';
import { fakeZalo, OA } from './fake-zalo.ts';

/** What the contract of channels needs to know of one of them: how a person there writes and what she is told. */
export interface Driver {
  readonly environment: Readonly<Record<string, string>>;
  /** The server stands, or stands again at another port. */
  connect(url: string, database: Database): Promise<void>;
  /** One message of a person; the same `id` is the same message. Gives the HTTP status. */
  says(person: Person, text: string, id: string): Promise<number>;
  /** What the bot told that person so far, in order. */
  told(person: Person): Promise<readonly string[]>;
  /** Calls that are none of ours to answer, each with its HTTP status. */
  unknown(): Promise<readonly Tried[]>;
  /** Calls that must be refused. */
  forged(): Promise<readonly Tried[]>;
  /** Makes the platform's next answer slow, or refuse for the moment. null: nothing is sent to it. */
  readonly platform: { slow(ms: number): void; refuse(): void } | null;
  close(): Promise<void>;
}

export type Tried = readonly [name: string, status: number];
export const people = ['8309000000000000246', '8309000000000000999'] as const;
export type Person = (typeof people)[number];

export const drivers: readonly (readonly [string, () => Promise<Driver>])[] = [
  ['portal', portal],
  ['Zalo', zalo],
  ['Messenger', messenger],
  ['Bot Framework', connector],
];

const KEY = 'ab'.repeat(32);
const HUGE = 'x'.repeat(3_000_000);
const sampleOf = (name: string): object =>
  JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8')) as object;

/** The status of a call that a server may also end by closing the connection: then as if it said `closed`. */
const statusOf = (call: Promise<number | Response>, closed = 413): Promise<number> =>
  call.then((answer) => (typeof answer === 'number' ? answer : answer.status)).catch(() => closed);

async function zalo(): Promise<Driver> {
  const fake = await fakeZalo();
  const { access, refresh } = fake.grant(OA);
  const event = (person: string, text: string, id: string): object => ({
    event_name: 'user_send_text',
    sender: { id: person },
    recipient: { id: OA },
    timestamp: '1795312800123',
    message: { msg_id: id, text },
  });
  return {
    environment: fake.environment(),
    async connect(url, database) {
      fake.webhook = `${url}/api/zalo/webhook`;
      const lasts = Date.now() + 90_000_000;
      const pair = { access, refresh, expiresAt: lasts, refreshExpiresAt: lasts };
      await createTokenStore({ database, sealKey: KEY }).put('zalo', OA, pair, Date.now());
    },
    says: (person, text, id) => fake.send(event(person, text, id)),
    told: (person) => Promise.resolve(fake.shown.filter(({ to }) => to === person).map(({ text }) => text)),
    async unknown() {
      const names = [
        'zalo-unknown_event',
        'zalo-group-user_send_group_text',
        'zalo-zns-user_received_message',
      ];
      return Promise.all(names.map(async (name) => [name, await fake.send(sampleOf(name))] as const));
    },
    async forged() {
      const [person] = people;
      const said = event(person, 'giả', 'f1');
      return [
        ['unsigned', await fake.send(said, (_, body) => ({ headers: {}, body }))],
        ['truncated', await fake.send(said, (headers, body) => ({ headers, body: body.slice(0, -3) }))],
        [
          'another text',
          await fake.send(said, (headers, body) => ({ headers, body: body.replace('giả', 'thật') })),
        ],
        ['too large', await statusOf(fake.send(event(person, HUGE, 'f2')))],
        ['no JSON', await fake.send(said, (headers) => ({ headers, body: '<xml/>' }))],
      ];
    },
    platform: {
      slow: (ms) => void fake.script.push({ kind: 'delay', ms }),
      refuse: () => void fake.script.push({ kind: 'http', status: 502, body: '<html>Bad gateway</html>' }),
    },
    close: () => fake.close(),
  };
}

async function messenger(): Promise<Driver> {
  const fake = await fakeMeta();
  const body = (person: string, text: string, mid: string): object => ({
    object: 'page',
    entry: [
      {
        id: PAGE,
        time: 1_795_312_800_123,
        messaging: [
          {
            sender: { id: person },
            recipient: { id: PAGE },
            timestamp: 1_795_312_800_123,
            message: { mid, text },
          },
        ],
      },
    ],
  });
  return {
    environment: fake.environment(),
    connect(url) {
      fake.webhook = `${url}/api/messenger/webhook`;
      return Promise.resolve();
    },
    says: (person, text, id) => fake.send(body(person, text, id)),
    told: (person) => Promise.resolve(fake.shown.filter(({ to }) => to === person).map(({ text }) => text)),
    async unknown() {
      const names = [
        'messenger-instagram-object',
        'messenger-reaction',
        'messenger-standby',
        'messenger-read',
      ];
      return Promise.all(names.map(async (name) => [name, await fake.send(sampleOf(name))] as const));
    },
    async forged() {
      const [person] = people;
      const said = body(person, 'gia', 'f1');
      return [
        ['unsigned', await fake.send(said, (_, text) => ({ headers: {}, text }))],
        ['truncated', await fake.send(said, (headers, text) => ({ headers, text: text.slice(0, -3) }))],
        [
          'another text',
          await fake.send(said, (headers, text) => ({ headers, text: text.replace('gia', 'that') })),
        ],
        ['too large', await statusOf(fake.send(body(person, HUGE, 'f2')))],
        ['no JSON', await fake.send(said, (headers) => ({ headers, text: '<xml/>' }))],
      ];
    },
    platform: {
      slow: (ms) => void fake.script.push({ kind: 'delay', ms }),
      refuse: () => void fake.script.push({ kind: 'http', status: 502, body: '<html>Bad gateway</html>' }),
    },
    close: () => fake.close(),
  };
}

async function connector(): Promise<Driver> {
  const service = await fakeService();
  let url = '';
  const activity = (person: string, text: string, id: string): Record<string, unknown> => ({
    type: 'message',
    channelId: 'emulator',
    serviceUrl: service.url,
    id,
    text,
    from: { id: person },
    recipient: { id: 'bot-1' },
    conversation: { id: `c-${person}` },
  });
  const post = async (body: unknown, headers: Record<string, string> = {}): Promise<number> =>
    (
      await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    ).status;
  return {
    environment: {},
    connect(at) {
      url = at;
      return Promise.resolve();
    },
    says: (person, text, id) => post(activity(person, text, id)),
    told: (person) =>
      Promise.resolve(
        service.posted
          .filter(({ path }) => path.includes(`/c-${person}/`))
          .map(({ body }) => String(body['text'])),
      ),
    async unknown() {
      const types = ['typing', 'messageReaction', 'installationUpdate', 'something-new'];
      return Promise.all(
        types.map(
          async (type) => [type, await post({ ...activity(people[0], '', `u-${type}`), type })] as const,
        ),
      );
    },
    async forged() {
      const said = activity(people[0], 'giả', 'f1');
      return [
        ['from afar', await post(said, { 'x-forwarded-for': '192.0.2.7' })],
        ['to an inner address', await post({ ...said, serviceUrl: 'http://10.0.0.1/' })],
        ['truncated', await post(JSON.stringify(said).slice(0, -3))],
        ['too large', await statusOf(post({ ...said, text: HUGE }))],
        ['no JSON', await post('<xml/>')],
      ];
    },
    platform: {
      slow: (ms) => void service.delays.push(ms),
      refuse: () => void service.answers.push(502),
    },
    close: () => service.close(),
  };
}

function portal(): Promise<Driver> {
  const talks = new Map<string, Promise<Talk>>();
  let url = '';
  const talkOf = (person: string): Promise<Talk> => {
    const known = talks.get(person) ?? startTalk(url);
    talks.set(person, known);
    return known;
  };
  const activity = (text: string, id: string): object => ({
    ...portalSample('directline-outgoing-message-from-webchat'),
    text,
    channelData: { clientActivityID: id },
  });
  const post = async (body: unknown, token?: string): Promise<number> => {
    const talk = await talkOf(people[0]);
    const path = `/v3/directline/conversations/${talk.id}/activities`;
    return (await call(url, path, { token: token ?? talk.token, body })).status;
  };
  return Promise.resolve({
    environment: {},
    connect(at: string) {
      url = at;
      return Promise.resolve();
    },
    async says(person: Person, text: string, id: string) {
      const talk = await talkOf(person);
      const path = `/v3/directline/conversations/${talk.id}/activities`;
      return (await call(url, path, { token: talk.token, body: activity(text, id) })).status;
    },
    async told(person: Person) {
      if (!talks.has(person)) return [];
      const { activities } = await poll(url, await talkOf(person));
      return activities
        .filter(({ from }) => (from as { role?: string }).role === 'bot')
        .map(({ text }) => String(text));
    },
    async unknown() {
      return [
        ['typing', await post({ type: 'typing', from: { id: 'u' } })],
        ['an event', await post({ type: 'event', name: 'something-new', from: { id: 'u' } })],
      ] as const;
    },
    async forged() {
      const said = activity('giả', 'f1');
      const { token } = await talkOf(people[0]);
      return [
        ['a token of nobody', await post(said, `${token.slice(0, -4)}AAAA`)],
        ["another's token", await post(said, (await talkOf(people[1])).token)],
        ['truncated', await post(JSON.stringify(said).slice(0, -3))],
        ['too large', await statusOf(post(activity(HUGE, 'f2')))],
        ['no JSON', await post('<xml/>')],
      ] as const;
    },
    platform: null,
    close: () => Promise.resolve(),
  });
}
