import { createHash } from 'node:crypto';
import { newId } from '#root/ids.ts';
import type { Account } from '#turns/ports.ts';
import type { Inlet } from '../inlet.ts';
import { maskActivity } from '../mask-activity.ts';
import { readClientActivity } from '../client-activity.ts';
import type { Feeds } from './feeds.ts';
import type { Claims } from './token.ts';

export const accountOf = (claims: Claims): Account => ({
  channel: 'portal',
  id: claims.account,
  homeUnit: claims.account === CITY ? null : claims.account,
});

/** The account of a page that belongs to no ward. */
export const CITY = 'city';

/** So long after her last message she is greeted with where she was. */
const AWAY_MS = 30 * 60_000;

export interface Receive {
  /** She opened the page again: after a while away she is offered to go on, once for each time away. */
  comesBack(claims: Claims): Promise<void>;
  /** Makes the conversation and has it greeted, once, however often it is called. True where it is new. */
  start(claims: Claims, lang?: 'en'): Promise<boolean>;
  /** Stores a client's activity; resolves with its id once it is on the disk and on its way back as echo. */
  activity(claims: Claims, body: unknown): Promise<string>;
}

export function createReceive(inlet: Inlet, feeds: Feeds): Receive {
  const { store, clock } = inlet;

  const opened = async (claims: Claims, dedupeKey: string, at: number, lang?: 'en'): Promise<void> => {
    await inlet.receive({
      account: accountOf(claims),
      person: claims.conv,
      conversation: claims.conv,
      dedupeKey,
      event: { kind: 'start', ...(lang === undefined ? {} : { lang }) },
      secret: null,
      activity: null,
      receivedAt: at,
    });
  };

  const start = async (claims: Claims, lang?: 'en'): Promise<boolean> => {
    const isNew = (await store.findConversation(claims.conv)) === null;
    const at = clock();
    if (isNew) {
      // One conversation, one person: who the resident is, nobody needs to know.
      await store.openConversation({ id: claims.conv, account: accountOf(claims), person: claims.conv, at });
    }
    await opened(claims, 'start', at, lang);
    return isNew;
  };

  const comesBack = async (claims: Claims): Promise<void> => {
    const conversation = await store.findConversation(claims.conv);
    const at = clock();
    const since = conversation?.lastInAt ?? null;
    if (since !== null && at - since >= AWAY_MS) await opened(claims, `back:${since}`, at);
  };

  const activity = async (claims: Claims, body: unknown): Promise<string> => {
    const client = readClientActivity(body, claims.conv, claims.user);
    const id = newId();
    const at = clock();
    const masked = maskActivity(client.activity, inlet.mask);
    const event = inlet.eventOf(masked.activity, masked.kinds);
    if (event === null) {
      // Nothing a resident said: comes back to whoever listens, and is not kept.
      const echo = { ...masked.activity, id, timestamp: new Date(at).toISOString() };
      if (client.type !== 'typing') feeds.tell(claims.conv, echo);
      return id;
    }
    const accepted = await inlet.receive({
      account: accountOf(claims),
      person: claims.conv,
      conversation: claims.conv,
      dedupeKey: client.clientActivityId === null ? `id:${id}` : dedupeKey(client.clientActivityId),
      event,
      secret: null,
      activity: masked.activity,
      receivedAt: at,
    });
    if (!accepted.duplicate) feeds.expectReply(claims.conv);
    return accepted.activityId ?? id;
  };

  return { start, comesBack, activity };
}

/** Any length and alphabet of the client's id becomes one safe key. */
function dedupeKey(clientActivityId: string): string {
  if (/^[\w.:-]{1,64}$/.test(clientActivityId)) return `client:${clientActivityId}`;
  return `hash:${createHash('sha256').update(clientActivityId).digest('base64url')}`;
}
