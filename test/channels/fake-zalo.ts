import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, listen, owe, untilShown, wait } from './fake-platform.ts';

/**
 * Zalo's servers as its documents describe them: the OA API, the token endpoint, and the webhook calls that
 * Zalo makes. Written from the protocol alone; it shares no code with the product.
 */
export interface FakeZalo {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly oaSecretKey: string;
  /** What people see in their chat, in order. */
  readonly shown: ZaloShown[];
  readonly calls: { readonly path: string; readonly token: string | undefined; readonly body: unknown }[];
  /** How the next sends go, one entry each; afterwards all goes well. */
  readonly script: Fault[];
  /** Token requests that were made, with the refresh token each used. */
  readonly refreshes: string[];
  /** What the next token requests are refused with; afterwards all goes well. */
  readonly tokenFaults: number[];
  /** Where events are sent to. */
  webhook: string;
  /** An account that has consented: the pair that Zalo gave. */
  grant(oa: string): { readonly access: string; readonly refresh: string };
  /** Ends the access token now, as Zalo does after 25 hours. */
  expire(oa: string): void;
  /** All tokens are taken back: only a new consent helps. */
  revoke(oa: string): void;
  /** Sends an event as Zalo does, signed; gives the HTTP status. */
  send(
    event: object,
    tampered?: (
      headers: Record<string, string>,
      body: string,
    ) => { headers: Record<string, string>; body: string },
  ): Promise<number>;
  /** Event `user_send_text` of a person to an account. */
  says(person: string, text: string, oa?: string): Promise<number>;
  /** Tells an echo of every message that leaves the account, again and again until it is taken. */
  echo: boolean;
  /** Echoes that were not taken yet. */
  readonly owed: Set<Promise<void>>;
  /** How long a send takes until it is shown, and from then to its answer, ms. */
  latency: () => number;
  until(count: number, ms?: number): Promise<void>;
  close(): Promise<void>;
  /** Settings of a server that has these accounts, with the unit of each. */
  environment(accounts?: Readonly<Record<string, string>>): Record<string, string>;
}

export interface ZaloShown {
  readonly oa: string;
  readonly to: string;
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly type: string; readonly payload: string }[];
  readonly id: string;
}

export type Fault =
  | { readonly kind: 'error'; readonly code: number }
  | { readonly kind: 'http'; readonly status: number; readonly body: string }
  /** Takes effect, but its answer never comes. */
  | { readonly kind: 'cut-after' }
  | { readonly kind: 'delay'; readonly ms: number };

export const OA = '3880000000000000388';
const APP = '1234567890123456789';

export async function fakeZalo(): Promise<FakeZalo> {
  const tokens = new Map<string, { access: string; refresh: string; live: boolean }>();
  const used = new Set<string>();
  const state = { messages: 0, clock: 1_795_312_800_123 };
  const next = (): string => String((state.clock += 7));

  const pair = (oa: string) => {
    const made = {
      access: `access-${randomBytes(6).toString('hex')}`,
      refresh: `refresh-${randomBytes(6).toString('hex')}`,
      live: true,
    };
    tokens.set(oa, made);
    return made;
  };
  const oaOf = (access: string | undefined): string | undefined =>
    [...tokens].find(([, token]) => token.live && token.access === access)?.[0];

  const server = await listen(answer);

  const fake: FakeZalo = {
    url: server.url,
    appId: APP,
    appSecret: 'aPpS3cr3tExample0001',
    oaSecretKey: 'kH7sT2pQ9wZxL4vB6nM1',
    shown: [],
    calls: [],
    script: [],
    refreshes: [],
    tokenFaults: [],
    webhook: '',
    echo: false,
    owed: new Set(),
    latency: () => 0,
    grant: pair,
    expire(oa) {
      const token = tokens.get(oa);
      if (token !== undefined) token.live = false;
    },
    revoke: (oa) => void tokens.delete(oa),
    async send(event, tampered = (headers, body) => ({ headers, body })) {
      const timestamp = 'timestamp' in event ? String(event.timestamp) : next();
      const text = JSON.stringify({ app_id: APP, ...event, timestamp });
      const mac = createHash('sha256')
        .update(APP + text + timestamp + fake.oaSecretKey)
        .digest('hex');
      const { headers, body } = tampered(
        { 'Content-Type': 'application/json', 'X-ZEvent-Signature': `mac=${mac}` },
        text,
      );
      return (await fetch(fake.webhook, { method: 'POST', headers, body })).status;
    },
    says(person, text, oa = OA) {
      state.messages += 1;
      return fake.send({
        event_name: 'user_send_text',
        user_id_by_app: '7300000000000000157',
        sender: { id: person },
        recipient: { id: oa },
        message: { msg_id: `in-${String(state.messages)}`, text },
      });
    },
    until: (count, ms) => untilShown('Zalo', fake.shown, count, ms),
    close: server.close,
    environment: (accounts = { [OA]: '25326' }) => ({
      ZALO_APP_ID: APP,
      ZALO_APP_SECRET: fake.appSecret,
      ZALO_OA_SECRET_KEY: fake.oaSecretKey,
      ZALO_ACCOUNTS: Object.entries(accounts)
        .map(([oa, unit]) => `${oa}:${unit}`)
        .join(','),
      ZALO_API_URL: fake.url,
      ZALO_OAUTH_URL: fake.url,
    }),
  };
  return fake;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    const json = (value: unknown): void => {
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(value));
    };
    if (request.url === '/v4/oa/access_token') return json(tokenAnswer(request, new URLSearchParams(text)));
    const token = request.headers['access_token'];
    const access = typeof token === 'string' ? token : undefined;
    const body = JSON.parse(text) as unknown;
    fake.calls.push({ path: request.url ?? '', token: access, body });
    let fault = fake.script.shift();
    if (fault?.kind === 'delay') {
      await wait(fault.ms);
      fault = undefined;
    }
    if (fault?.kind === 'error') return json({ error: fault.code, message: 'wording is not reliable' });
    if (fault?.kind === 'http') {
      response.statusCode = fault.status;
      response.end(fault.body);
      return;
    }
    const oa = oaOf(access);
    if (oa === undefined) return json({ error: -216, message: 'Access token is invalid' });
    const wrong = faultOf(request.url ?? '', body);
    if (wrong !== null) return json({ error: -201, message: wrong });
    await wait(fake.latency());
    const id = `out-${String(fake.shown.length + 1)}`;
    const said = shownOf(oa, id, body);
    fake.shown.push(said);
    if (fake.echo) {
      const event = {
        event_name: 'oa_send_text',
        sender: { id: oa },
        recipient: { id: said.to },
        message: { msg_id: id, text: said.text },
      };
      owe(fake.owed, () => fake.send(event));
    }
    await wait(fake.latency());
    if (fault?.kind === 'cut-after') {
      request.socket.destroy();
      return;
    }
    json({ error: 0, message: 'Success', data: { message_id: id, user_id: said.to, sent_time: next() } });
  }

  function tokenAnswer(request: IncomingMessage, form: URLSearchParams): object {
    const fault = fake.tokenFaults.shift();
    if (fault !== undefined) return { error: fault, error_name: 'wording is not reliable' };
    const refusal = { error: -14014, error_name: 'Invalid refresh token', error_description: 'Invalid.' };
    if (request.headers['secret_key'] !== fake.appSecret || form.get('app_id') !== APP) {
      return { error: -14002, error_name: 'Invalid app id' };
    }
    if (form.get('grant_type') === 'authorization_code') {
      const oa = form.get('code')?.split(':')[1] ?? OA;
      if ((form.get('code_verifier') ?? '').length !== 43) return { error: -14003 };
      const made = pair(oa);
      return { access_token: made.access, refresh_token: made.refresh, expires_in: '90000' };
    }
    const refresh = form.get('refresh_token') ?? '';
    fake.refreshes.push(refresh);
    const known = [...tokens].find(([, token]) => token.refresh === refresh);
    if (known === undefined || used.has(refresh)) return refusal;
    used.add(refresh);
    const made = pair(known[0]);
    return { access_token: made.access, refresh_token: made.refresh, expires_in: '90000' };
  }
}

interface Sent {
  readonly recipient?: {
    readonly user_id?: string;
    readonly anonymous_id?: string;
    readonly conversation_id?: string;
  };
  readonly message?: {
    readonly text?: string;
    readonly attachment?: {
      readonly type?: string;
      readonly payload?: {
        readonly buttons?: readonly { title?: string; type?: string; payload?: unknown }[];
      };
    };
  };
}

/** What the documents' limits say against a message; null: nothing. */
function faultOf(path: string, body: unknown): string | null {
  const { recipient, message } = body as Sent;
  if (path === '/v3.0/oa/message/cs' && typeof recipient?.user_id !== 'string') return 'recipient';
  if (path === '/v2.0/oa/message' && typeof recipient?.anonymous_id !== 'string') return 'recipient';
  if (!['/v3.0/oa/message/cs', '/v2.0/oa/message'].includes(path)) return 'path';
  const text = message?.text ?? '';
  if (text === '' || Array.from(text.normalize('NFC')).length > 2000) return 'text';
  const buttons = message?.attachment?.payload?.buttons;
  if (buttons === undefined) return null;
  if (message?.attachment?.type !== 'template' || buttons.length === 0 || buttons.length > 5)
    return 'buttons';
  for (const { title = '', type, payload } of buttons) {
    if (title === '' || Array.from(title).length > 100) return 'title';
    if (type !== 'oa.query.hide' && type !== 'oa.query.show') return 'type';
    if (typeof payload !== 'string' || payload.length > 1000) return 'payload';
  }
  return null;
}

function shownOf(oa: string, id: string, body: unknown): ZaloShown {
  const { recipient, message } = body as Sent;
  const buttons = message?.attachment?.payload?.buttons ?? [];
  return {
    oa,
    to: recipient?.user_id ?? recipient?.anonymous_id ?? '',
    text: message?.text ?? '',
    buttons: buttons.map(({ title = '', type = '', payload }) => ({ title, type, payload: String(payload) })),
    id,
  };
}
