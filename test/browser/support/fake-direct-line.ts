import { readFileSync, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Json } from '#root/json.ts';
import { createConversations, textIn, type FakeConversation, type Script } from './fake-conversations.ts';

/**
 * A small Direct Line 3.0 server written from the protocol's description, not from our server: the page is
 * tested against what the protocol promises. Its faults can be switched on.
 */
export interface FakeServer {
  readonly url: string;
  readonly conversations: ReturnType<typeof createConversations>;
  readonly faults: Faults;
  /** `METHOD /path` of every call, in order. */
  readonly calls: string[];
  /** Bodies of the calls that started conversations. */
  readonly starts: Record<string, Json>[];
  dropSockets(): void;
  /** Every token given out so far is too old now. */
  expireTokens(): void;
  /** As after a restart with an empty database. */
  forgetEverything(): void;
  close(): Promise<void>;
}

export interface Faults {
  /** Connections are cut before an answer. */
  down: boolean;
  /** No socket is accepted. */
  noSockets: boolean;
  /** How many posted messages are stored while their answer is lost. */
  loseAnswers: number;
  /** How many posted messages are answered 503. */
  unavailable: number;
  /** Status for posted messages that is final, such as 413. */
  refuseWith: number | null;
  /** Starts of conversations are answered when it resolves. */
  startsWait: Promise<void> | null;
}

const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export async function startFakeServer(pages: string, script: Script): Promise<FakeServer> {
  const conversations = createConversations(script);
  const tokens = new Map<string, { conversation: string; expired: boolean }>();
  const faults: Faults = {
    down: false,
    noSockets: false,
    loseAnswers: 0,
    unavailable: 0,
    refuseWith: null,
    startsWait: null,
  };
  const calls: string[] = [];
  const starts: Record<string, Json>[] = [];
  const sockets = new Set<WebSocket>();
  const connections = new Set<Socket>();
  let given = 0;
  let url = '';

  const tokenFor = (conversation: FakeConversation) => {
    const token = `token-${++given}`;
    tokens.set(token, { conversation: conversation.id, expired: false });
    return { conversationId: conversation.id, token, expires_in: 1800 };
  };
  const withStream = (conversation: FakeConversation, watermark: string) => {
    const answer = tokenFor(conversation);
    const query = `t=${answer.token}&watermark=${watermark}`;
    return {
      ...answer,
      streamUrl: `${url.replace('http', 'ws')}/v3/directline/conversations/${conversation.id}/stream?${query}`,
    };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const call = `${request.method ?? ''} ${pathname}`;
    calls.push(call);
    if (faults.down) return request.socket.destroy();
    if (!pathname.startsWith('/api/') && !pathname.startsWith('/v3/'))
      return servePage(pages, pathname, response);
    const body = await readBody(request);

    if (call === 'POST /api/portal/token') {
      const known = conversations.known.get(textIn(body['resume'], 'conversationId') ?? '');
      const kept = tokens.get(textIn(body['resume'], 'token') ?? '');
      const resumed = known !== undefined && kept?.conversation === known.id;
      return send(response, 200, tokenFor(resumed ? known : conversations.open()));
    }
    const token = tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
    if (token === undefined) return fail(response, 401, 'Unauthorized');
    if (token.expired) return fail(response, 403, 'TokenExpired');
    const conversation = conversations.known.get(token.conversation);
    const path = /^\/v3\/directline\/(?:tokens\/refresh|conversations(?:\/([^/]+)(\/activities)?)?)$/.exec(
      pathname,
    );
    if (path === null || conversation === undefined) return fail(response, 404, 'NotFound');
    if (path[1] !== undefined && path[1] !== conversation.id) return fail(response, 404, 'NotFound');

    if (pathname.endsWith('/tokens/refresh')) return send(response, 200, tokenFor(conversation));
    if (call === 'POST /v3/directline/conversations') {
      starts.push(body);
      await faults.startsWait;
      const status = conversation.started ? 200 : 201;
      send(response, status, withStream(conversation, '0'));
      return conversations.greet(conversation);
    }
    const watermark = searchParams.get('watermark') ?? '';
    if (path[2] === undefined) return send(response, 200, withStream(conversation, watermark));
    if (request.method === 'GET') {
      const after = Number(watermark === '' ? 0 : watermark);
      const activities = conversation.activities.slice(after);
      return send(response, 200, { activities, watermark: String(conversation.activities.length) });
    }
    if (faults.refuseWith !== null) return fail(response, faults.refuseWith, 'MessageSizeTooBig');
    if (faults.unavailable > 0) {
      faults.unavailable--;
      return fail(response, 503, 'ServiceUnavailable');
    }
    const id = conversations.accept(conversation, body);
    if (faults.loseAnswers > 0) {
      faults.loseAnswers--;
      return request.socket.destroy();
    }
    return send(response, 200, { id });
  };

  const server = createServer((request, response) => void handle(request, response));
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  const upgrades = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { searchParams } = new URL(request.url ?? '/', url);
    const token = tokens.get(searchParams.get('t') ?? '');
    const conversation = conversations.known.get(token?.conversation ?? '');
    if (
      faults.down ||
      faults.noSockets ||
      token === undefined ||
      token.expired ||
      conversation === undefined
    ) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (client) => {
      sockets.add(client);
      const push = (activity: Json, watermark: string | null) =>
        client.send(JSON.stringify({ activities: [activity], ...(watermark === null ? {} : { watermark }) }));
      const missed = conversation.activities.slice(Number(searchParams.get('watermark') ?? 0));
      const watermark = String(conversation.activities.length);
      if (missed.length > 0) client.send(JSON.stringify({ activities: missed, watermark }));
      conversation.news.on('activity', push);
      client.on('close', () => {
        sockets.delete(client);
        conversation.news.off('activity', push);
      });
    });
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const dropSockets = () => {
    for (const client of sockets) client.terminate();
  };

  return {
    url,
    conversations,
    faults,
    calls,
    starts,
    dropSockets,
    expireTokens: () => {
      for (const token of tokens.values()) token.expired = true;
      dropSockets();
    },
    forgetEverything: () => {
      conversations.known.clear();
      dropSockets();
    },
    close: async () => {
      dropSockets();
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function servePage(pages: string, pathname: string, response: ServerResponse) {
  const file = join(pages, pathname === '/' ? 'index.html' : pathname);
  if (!file.startsWith(pages) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': csp,
  });
  response.end(readFileSync(file));
}

async function readBody(request: IncomingMessage): Promise<Record<string, Json>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, Json>);
}

function send(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const fail = (response: ServerResponse, status: number, code: string) =>
  send(response, status, { error: { code, message: code } });
