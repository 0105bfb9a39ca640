import type { Duplex } from 'node:stream';
import type { Origins } from '#http/origins.ts';
import type { Incoming, Route, Who } from '#http/route.ts';
import type { Logger } from '#root/logging.ts';
import type { Follow } from '../follow.ts';
import type { Inlet, JsonObject } from '../inlet.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { createFeeds } from './feeds.ts';
import { createReceive } from './receive.ts';
import { createStream } from './stream.ts';
import { tokenRoutes } from './token-routes.ts';
import { createTokens } from './token.ts';
import { uploadRoute } from './upload-route.ts';
import { createGuards } from './who.ts';

export interface DirectLineOptions {
  readonly inlet: Inlet;
  readonly follow: Follow;
  readonly origins: Origins;
  readonly sealKey: string;
  readonly secret: string | null;
  readonly homeUnit: string | null;
  readonly isUnit: (code: string) => boolean;
  readonly tokensPerMinute: number;
  readonly messagesPerMinute: number;
  readonly typing: (conversation: string) => JsonObject;
  readonly log: Logger;
}

export interface DirectLine {
  readonly routes: readonly Route[];
  /** Who holds a conversation of the portal, for routes of other rooms. */
  readonly tokenHolder: Who<{ readonly conv: string }>;
  readonly upgrade: (incoming: Incoming, socket: Duplex, head: Buffer) => void;
  readonly sockets: () => number;
  close(): void;
}

/** The portal: Direct Line 3.0, served by ourselves, for stock clients and our own page. */
export function createDirectLine(options: DirectLineOptions): DirectLine {
  const { inlet, origins, log } = options;
  const tokens = createTokens(options.sealKey, inlet.clock);
  const guards = createGuards(tokens, options.secret, origins);
  const feeds = createFeeds({
    store: inlet.store,
    follow: options.follow,
    typing: options.typing,
    typingAfterMs: 150,
    log,
  });
  const receive = createReceive(inlet, feeds);
  const stream = createStream({ tokens, origins, feeds });
  return {
    tokenHolder: guards.tokenHolder,
    routes: [
      ...tokenRoutes({ ...options, tokens, guards }),
      ...conversationRoutes({ ...options, tokens, guards, receive }),
      uploadRoute({ guards, receive, messagesPerMinute: options.messagesPerMinute }),
    ],
    upgrade: stream.upgrade,
    sockets: () => feeds.count(),
    close() {
      stream.close();
      feeds.close();
    },
  };
}
