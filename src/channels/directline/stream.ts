import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { AppError, toAppError } from '#root/errors.ts';
import { problemAnswer } from '#http/problem.ts';
import type { Origins } from '#http/origins.ts';
import type { Incoming } from '#http/route.ts';
import type { Feeds } from './feeds.ts';
import type { Claims, Tokens } from './token.ts';
import { textOf, type ActivitySet } from './watermark.ts';

export interface StreamOptions {
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly feeds: Feeds;
  /** Proxies close what is silent for a minute. */
  readonly keepAliveMs?: number;
}

const limits = {
  perConversation: 8,
  perAddress: 100,
  frameBytes: 1024,
  unsentBytes: 2 * 1024 * 1024,
} as const;

/** Read without decoding: what does not decode must not throw. */
const streamPath = /^\/v3\/directline\/conversations\/([^/?]+)\/stream(?:\?(.*))?$/;

export interface Stream {
  readonly upgrade: (incoming: Incoming, socket: Duplex, head: Buffer) => void;
  /** Says goodbye to every socket (1001: clients come back by themselves). */
  close(): void;
}

/** The WebSocket of a conversation. What clients send over it (keep-alives) is ignored. */
export function createStream({ tokens, origins, feeds, keepAliveMs = 25_000 }: StreamOptions): Stream {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
  });
  const perAddress = new Map<string, number>();

  const admit = (incoming: Incoming): { claims: Claims; watermark: string } => {
    const [, conversation, search] = streamPath.exec(incoming.message.url ?? '') ?? [];
    if (conversation === undefined) throw new AppError('NOT_FOUND');
    const query = new URLSearchParams(search);
    const claims = tokens.verify(query.get('t') ?? '', 'stream');
    if (encodeURIComponent(claims.conv) !== conversation) throw new AppError('CONVERSATION_UNKNOWN');
    // Sockets know no CORS: the page that opens one is checked here.
    if (!origins.allows(incoming.origin, incoming.baseUrl) && !trusted(claims, incoming.origin)) {
      throw new AppError('ORIGIN_NOT_ALLOWED');
    }
    if (feeds.count(claims.conv) >= limits.perConversation) throw new AppError('RATE_LIMITED');
    if ((perAddress.get(incoming.address) ?? 0) >= limits.perAddress) throw new AppError('RATE_LIMITED');
    return { claims, watermark: query.get('watermark') ?? '' };
  };

  const run = (socket: WebSocket, address: string, claims: Claims, watermark: string): void => {
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
    let alive = true;
    const send = (set: ActivitySet): void => {
      // A reader that has stopped reading gets a new socket and its watermark, not our memory.
      if (socket.bufferedAmount > limits.unsentBytes) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.send(textOf(set));
    };
    const close = feeds.open(claims.conv, watermark, send);
    const keepAlive = setInterval(() => {
      if (!alive) return socket.terminate();
      alive = false;
      socket.ping();
    }, keepAliveMs);
    socket.on('pong', () => {
      alive = true;
    });
    socket.on('message', () => {
      alive = true;
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(keepAlive);
      close();
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
  };

  return {
    upgrade(incoming, socket, head) {
      try {
        const { claims, watermark } = admit(incoming);
        server.handleUpgrade(incoming.message, socket, head, (ws) =>
          run(ws, incoming.address, claims, watermark),
        );
      } catch (thrown) {
        refuse(socket, toAppError(thrown));
      }
    },
    close() {
      for (const socket of server.clients) socket.close(1001);
      setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, 1000).unref();
      server.close();
    },
  };
}

/** Pages that a portal of ours named when it asked for the token itself. */
export const trusted = (claims: Claims, origin: string | null): boolean =>
  origin !== null && (claims.origins ?? []).includes(origin);

function refuse(socket: Duplex, error: AppError): void {
  const body = JSON.stringify(problemAnswer(error).json);
  socket.end(
    `HTTP/1.1 ${error.status} Refused\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
