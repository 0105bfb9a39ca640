import type { ActivityRow, TurnStore } from '#turns/ports.ts';
import { toAppError } from '#root/errors.ts';
import type { Logger } from '#root/logging.ts';
import type { Follow } from '../follow.ts';
import type { JsonObject } from '../inlet.ts';
import { placeOf, toSet, type ActivitySet } from './watermark.ts';

export interface Feeds {
  /** Sends everything after the watermark, then whatever follows, until the returned function is called. */
  open(conversation: string, watermark: string, send: (set: ActivitySet) => void): () => void;
  /** Sends an activity to the open sockets only; not kept. */
  tell(conversation: string, activity: JsonObject): void;
  /** Shows "typing" if the answer is not there within a moment. */
  expectReply(conversation: string): void;
  /** Open sockets: of one conversation, or of all. */
  count(conversation?: string): number;
  close(): void;
}

export interface FeedOptions {
  readonly store: Pick<TurnStore, 'activitiesAfter'>;
  readonly follow: Follow;
  readonly typing: (conversation: string) => JsonObject;
  readonly typingAfterMs: number;
  readonly log: Logger;
}

interface Feed {
  readonly send: (set: ActivitySet) => void;
  awaitReply(): void;
  close(): void;
}

/** Keeps open sockets fed from the stored transcript. Each has its own place; all see every activity. */
export function createFeeds(options: FeedOptions): Feeds {
  const open = new Map<string, Set<Feed>>();
  const of = (conversation: string): ReadonlySet<Feed> => open.get(conversation) ?? new Set<Feed>();

  return {
    open(conversation, watermark, send) {
      const feed = createFeed(options, conversation, watermark, send);
      const feeds = open.get(conversation) ?? new Set<Feed>();
      open.set(conversation, feeds.add(feed));
      return () => {
        feed.close();
        feeds.delete(feed);
        if (feeds.size === 0 && open.get(conversation) === feeds) open.delete(conversation);
      };
    },
    tell: (conversation, activity) =>
      of(conversation).forEach((feed) => feed.send({ activities: [JSON.stringify(activity)] })),
    expectReply: (conversation) => of(conversation).forEach((feed) => feed.awaitReply()),
    count: (conversation) =>
      conversation === undefined
        ? [...open.values()].reduce((sum, feeds) => sum + feeds.size, 0)
        : of(conversation).size,
    close() {
      for (const feeds of open.values()) feeds.forEach((feed) => feed.close());
      open.clear();
    },
  };
}

const RETRY_MS = 1000;

function createFeed(
  { store, follow, typing, typingAfterMs, log }: FeedOptions,
  conversation: string,
  watermark: string,
  send: (set: ActivitySet) => void,
): Feed {
  let closed = false;
  let following: { stop(): void } | undefined;
  let typingTimer: NodeJS.Timeout | undefined;

  const onRows = (rows: readonly ActivityRow[]): void => {
    if (rows.some((row) => row.kind === 'out')) clearTimeout(typingTimer);
    send(toSet(rows, 0));
  };
  const onError = (error: unknown): void => {
    log.warn({ conversation, code: toAppError(error).code }, 'A transcript was not read; trying again');
  };
  const begin = async (): Promise<void> => {
    try {
      const after = await placeOf(store, conversation, watermark);
      if (!closed) following = follow({ conversation, after, onRows, onError });
    } catch (error) {
      onError(error);
      if (!closed) setTimeout(() => void begin(), RETRY_MS).unref();
    }
  };
  void begin();

  return {
    send,
    awaitReply() {
      clearTimeout(typingTimer);
      typingTimer = setTimeout(
        () => send({ activities: [JSON.stringify(typing(conversation))] }),
        typingAfterMs,
      );
    },
    close() {
      closed = true;
      clearTimeout(typingTimer);
      following?.stop();
    },
  };
}
