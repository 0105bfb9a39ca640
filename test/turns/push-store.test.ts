import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '#store/database.ts';
import { turnCommit } from '#turns/commit.ts';
import { renderText } from '#replies/render-text.ts';
import type { TurnStore } from '#turns/ports.ts';
import type { Delivery, DeliveryStore, PushStore } from '#turns/ports-delivery.ts';
import { createPushStore } from '#turns/push-store.ts';
import { createTurnStore } from '#turns/repository.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { aDecision, anInbound, ZALO } from './toys.ts';

const KEY = '0123456789abcdef'.repeat(4);
const T0 = 1_795_312_800_000;
const LEASE = 30_000;

onEachEngine('a store of channels that send', (make) => {
  let database: Database;
  let test: TestDatabase;
  let turns: TurnStore & DeliveryStore;
  let store: PushStore;

  beforeEach(async () => {
    ({ database, test } = await migrated(make));
    turns = createTurnStore({ database, sealKey: KEY, writers: [] });
    store = createPushStore({ database, sealKey: KEY, textOf: renderText });
  });
  afterEach(async () => {
    await database.close();
    await test.drop();
  });

  /** A turn of p1 that leaves these replies in the outbox. */
  async function answered(...texts: string[]): Promise<string> {
    const accepted = await turns.accept(anInbound({ account: ZALO, person: 'p1', receivedAt: T0 }));
    const work = await turns.take('w', T0, LEASE, accepted.conversation);
    const replies = texts.map((text) => ({
      blocks: [{ kind: 'text' as const, text }],
      choices: [],
      facts: [],
    }));
    await turns.commit(
      turnCommit(
        { decision: aDecision({ replies }), transcript: [] },
        { work: work!, now: T0, release: 'r1', giveBack: true, delivery: () => 'push' },
      ),
    );
    return accepted.conversation;
  }
  const take = (now = T0): Promise<Delivery | null> => turns.takeDelivery('s', 'zalo', now, LEASE);
  const echo = (text: string, externalId = 'x1', delivery: string | null = null) =>
    store.echoed(ZALO, 'p1', { externalId, delivery, text }, T0 + 1000);

  it('settles a send that was cut off by the words of its echo, so that it is not sent again', async () => {
    await answered('Dạ, Bước 1/8');
    await turns.settleDelivery((await take())!, { kind: 'uncertain', until: T0 + 30_000 }, T0);
    expect(await echo('Dạ, Bước 1/8')).toBe(true);
    expect(await take(T0 + 100_000)).toBeNull();
    expect(await store.health('zalo', T0)).toEqual({
      open: 0,
      uncertain: 0,
      oldestMs: 0,
      held: 0,
      failed: 0,
    });
  });

  it('settles by our own mark where the platform carries one back', async () => {
    await answered('một', 'hai');
    const first = (await take())!;
    await turns.settleDelivery(first, { kind: 'uncertain', until: T0 + 30_000 }, T0);
    expect(await echo('written otherwise', 'x1', first.id)).toBe(true);
    expect(await take()).toMatchObject({ reply: { blocks: [{ text: 'hai' }] } });
  });

  it('knows an echo that comes before the answer to the send, and a second echo', async () => {
    await answered('một');
    const sending = (await take())!;
    expect(await echo('một')).toBe(true);
    expect(await turns.settleDelivery(sending, { kind: 'sent', externalId: 'x1' }, T0)).toBe(false);
    expect(await echo('một')).toBe(true);
  });

  it('tells what a person wrote by hand', async () => {
    expect(await echo('chào anh')).toBe(false);
    await answered('một');
    await turns.settleDelivery((await take())!, { kind: 'sent', externalId: 'x1' }, T0);
    expect(await echo('chào anh', 'x9')).toBe(false);
    expect(await echo('một', 'x9')).toBe(false);
  });

  it('gives two sends with the same words to their echoes one by one', async () => {
    await answered('một', 'một');
    await turns.settleDelivery((await take())!, { kind: 'uncertain', until: T0 + 30_000 }, T0);
    expect(await echo('một', 'x1')).toBe(true);
    expect(await take()).not.toBeNull();
    expect(await echo('một', 'x2')).toBe(true);
    expect(await take(T0 + 100_000)).toBeNull();
  });

  it('gives a conversation to a person and back', async () => {
    expect(await store.setOwner(ZALO, 'p1', 'person')).toBeNull();
    const conversation = await answered();
    expect(await store.setOwner(ZALO, 'p1', 'person')).toBe(conversation);
    expect(await store.conversationOf(ZALO, 'p1')).toBe(conversation);
    expect((await turns.findConversation(conversation))?.owner).toBe('person');
    await store.setOwner(ZALO, 'p1', 'bot');
    expect((await turns.findConversation(conversation))?.owner).toBe('bot');
  });

  it('ends a pause at its time, and no other that was put off meanwhile', async () => {
    const conversation = await answered();
    await store.setOwner(ZALO, 'p1', 'person', T0 + 1000);
    await store.setOwner(ZALO, 'p1', 'person', T0 + 2000);
    expect(await store.giveBack(conversation, T0 + 1000)).toBe(false);
    expect((await turns.findConversation(conversation))?.owner).toBe('person');
    expect(await store.giveBack(conversation, T0 + 2000)).toBe(true);
    expect((await turns.findConversation(conversation))?.owner).toBe('bot');
  });

  it('keeps what is held until its channel can send again', async () => {
    await answered('một');
    await turns.settleDelivery((await take())!, { kind: 'held', why: 'no token' }, T0);
    expect(await take(T0 + 100_000)).toBeNull();
    expect(await store.health('zalo', T0 + 5000)).toMatchObject({ open: 0, held: 1 });
    expect(await store.release('zalo', 'another')).toBe(0);
    expect(await store.release('zalo', ZALO.id)).toBe(1);
    expect(await take(T0 + 100_000)).toMatchObject({ attempts: 1 });
  });

  it('tells how long the oldest reply waits', async () => {
    await answered('một', 'hai');
    expect(await store.health('zalo', T0 + 5000)).toMatchObject({ open: 2, oldestMs: 5000, uncertain: 0 });
  });
});
