import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, listen, owe, untilShown, wait } from './fake-platform.ts';

/**
 * Meta's servers as the Messenger documents describe them: the Send API and the webhook calls. Written from the
 * protocol alone; it shares no code with the product.
 */
export interface FakeMeta {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly tokens: Map<string, string>;
  readonly shown: MetaShown[];
  /** typing_on, mark_seen … */
  readonly actions: string[];
  readonly script: MetaFault[];
  webhook: string;
  /** Tells an echo of every message that leaves a page, again and again until it is taken. */
  echo: boolean;
  /** Echoes that were not taken yet. */
  readonly owed: Set<Promise<void>>;
  /** How long a send takes until it is shown, and from then to its answer, ms. */
  latency: () => number;
  /** Sends a webhook call as Meta does: escaped, signed over its bytes. */
  send(
    body: object,
    change?: (
      headers: Record<string, string>,
      text: string,
    ) => { headers: Record<string, string>; text: string },
  ): Promise<number>;
  /** One message of a person to a page; the same `mid` is the same message. */
  says(person: string, message: string | object, page?: string): Promise<number>;
  until(count: number, ms?: number): Promise<void>;
  close(): Promise<void>;
  /** Settings of a server that has these pages, with the unit of each. */
  environment(pages?: Readonly<Record<string, string>>): Record<string, string>;
}

export interface MetaShown {
  readonly page: string;
  readonly to: string;
  readonly text: string;
  readonly quickReplies: readonly { readonly title: string; readonly payload: string }[];
  readonly mid: string;
  /** RESPONSE, UPDATE, or the tag. */
  readonly type: string;
}

export type MetaFault =
  | { readonly kind: 'error'; readonly status: number; readonly error: object }
  | { readonly kind: 'http'; readonly status: number; readonly body: string }
  | { readonly kind: 'cut-after' }
  | { readonly kind: 'delay'; readonly ms: number };

export const PAGE = '104000000000001';

/** Non-ASCII as \uXXXX, / as \/, < @ % as \u003C …: what Meta signs is what it sends. */
export const escaped = (json: string): string =>
  json
    .replaceAll('/', '\\/')
    .replaceAll('<', '\\u003C')
    .replaceAll('@', '\\u0040')
    .replaceAll('%', '\\u0025')
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

export async function fakeMeta(): Promise<FakeMeta> {
  const state = { mids: 0, clock: 1_795_312_800_123 };
  const server = await listen(answer);

  const fake: FakeMeta = {
    url: server.url,
    appId: '999000111222333',
    appSecret: '0123456789abcdef0123456789abcdef',
    verifyToken: 'mot-tu-bi-mat',
    tokens: new Map([
      [PAGE, 'EAAexamplePAGEtoken000'],
      ['104000000000002', 'EAAexamplePAGEtoken001'],
    ]),
    shown: [],
    actions: [],
    script: [],
    webhook: '',
    echo: false,
    owed: new Set(),
    latency: () => 0,
    async send(body, change = (headers, text) => ({ headers, text })) {
      const json = escaped(JSON.stringify(body));
      const signature = createHmac('sha256', fake.appSecret).update(json).digest('hex');
      const { headers, text } = change(
        { 'Content-Type': 'application/json', 'X-Hub-Signature-256': `sha256=${signature}` },
        json,
      );
      return (await fetch(fake.webhook, { method: 'POST', headers, body: text })).status;
    },
    says(person, message, page = PAGE) {
      state.mids += 1;
      state.clock += 11;
      const content = typeof message === 'string' ? { text: message } : message;
      return fake.send({
        object: 'page',
        entry: [
          {
            id: page,
            time: state.clock,
            messaging: [
              {
                sender: { id: person },
                recipient: { id: page },
                timestamp: state.clock,
                message: { mid: `m_in${String(state.mids)}`, ...content },
              },
            ],
          },
        ],
      });
    },
    until: (count, ms) => untilShown('Messenger', fake.shown, count, ms),
    close: server.close,
    environment: (pages = { [PAGE]: '25326' }) => ({
      META_APP_ID: fake.appId,
      META_APP_SECRET: fake.appSecret,
      META_VERIFY_TOKEN: fake.verifyToken,
      META_PAGES: Object.entries(pages)
        .map(([page, unit]) => `${page}:${unit}`)
        .join(','),
      META_PAGE_TOKENS: Object.keys(pages)
        .map((page) => `${page}:${fake.tokens.get(page) ?? ''}`)
        .join(','),
      META_GRAPH_URL: fake.url,
    }),
  };
  return fake;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    const json = (status: number, value: unknown): void => {
      response.statusCode = status;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(value));
    };
    const refuse = (status: number, error: object): void =>
      json(status, { error: { message: 'localised', type: 'OAuthException', fbtrace_id: 'A', ...error } });
    const page = /^\/v\d+\.0\/(\d+)\/messages$/.exec(request.url ?? '')?.[1];
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (page === undefined) return refuse(404, { code: 100 });
    if (token === undefined || fake.tokens.get(page) !== token)
      return refuse(400, { code: 190, error_subcode: 463 });
    const body = JSON.parse(text) as Sent;
    const proof = createHmac('sha256', fake.appSecret).update(token).digest('hex');
    if (body.appsecret_proof !== proof) return refuse(400, { code: 100 });
    if (body.sender_action !== undefined) {
      fake.actions.push(body.sender_action);
      return json(200, { recipient_id: body.recipient?.id });
    }
    const fault = fake.script.shift();
    if (fault?.kind === 'delay') await wait(fault.ms);
    if (fault?.kind === 'error') return refuse(fault.status, fault.error);
    if (fault?.kind === 'http') {
      response.statusCode = fault.status;
      response.setHeader('Content-Type', 'text/html');
      response.end(fault.body);
      return;
    }
    const wrong = faultOf(body);
    if (wrong !== null) return refuse(400, { code: 100, message: wrong });
    await wait(fake.latency());
    const mid = `m_out${String(fake.shown.length + 1)}`;
    const to = body.recipient?.id ?? '';
    const said = body.message?.text ?? '';
    const quickReplies = (body.message?.quick_replies ?? []).map(({ title = '', payload = '' }) => ({
      title,
      payload,
    }));
    fake.shown.push({ page, to, text: said, quickReplies, mid, type: body.tag ?? body.messaging_type ?? '' });
    if (fake.echo) {
      const echo = {
        is_echo: true,
        app_id: Number(fake.appId),
        metadata: body.message?.metadata,
        mid,
        text: said,
      };
      const item = { sender: { id: page }, recipient: { id: to }, timestamp: state.clock, message: echo };
      const told = { object: 'page', entry: [{ id: page, time: state.clock, messaging: [item] }] };
      owe(fake.owed, () => fake.send(told));
    }
    await wait(fake.latency());
    if (fault?.kind === 'cut-after') {
      request.socket.destroy();
      return;
    }
    json(200, { recipient_id: to, message_id: mid });
  }
}

interface Sent {
  readonly appsecret_proof?: string;
  readonly sender_action?: string;
  readonly messaging_type?: string;
  readonly tag?: string;
  readonly recipient?: { readonly id?: string };
  readonly message?: {
    readonly text?: string;
    readonly metadata?: string;
    readonly quick_replies?: readonly {
      readonly content_type?: string;
      readonly title?: string;
      readonly payload?: string;
    }[];
  };
}

/** What the documents' limits say against a message; null: nothing. */
function faultOf({ messaging_type: type, tag, recipient, message }: Sent): string | null {
  const known = type === 'MESSAGE_TAG' ? tag === 'HUMAN_AGENT' : type === 'RESPONSE' || type === 'UPDATE';
  if (!known) return 'messaging_type';
  if (typeof recipient?.id !== 'string') return 'recipient';
  const { text = '', metadata = '', quick_replies: quick } = message ?? {};
  if (text === '' || text.length > 2000) return 'text';
  if (metadata.length > 1000) return 'metadata';
  if (quick === undefined) return null;
  if (quick.length === 0 || quick.length > 13) return 'quick_replies';
  const titles = new Set(quick.map(({ title }) => title));
  if (titles.size !== quick.length) return 'titles';
  for (const { content_type: kind, title = '', payload = '' } of quick) {
    if (kind !== 'text' || title === '' || title.length > 20) return 'title';
    if (payload === '' || payload.length > 1000) return 'payload';
  }
  return null;
}
