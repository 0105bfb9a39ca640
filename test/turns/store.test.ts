import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInsightWriter } from '#insight/repository.ts';
import { createSealer } from '#privacy/seal.ts';
import type { Database } from '#store/database.ts';
import { turnCommit } from '#turns/commit.ts';
import type { Inbound, TurnCommit, TurnStore, TurnWriter, Work } from '#turns/ports.ts';
import type { DeliveryStore } from '#turns/ports-delivery.ts';
import { createTurnStore } from '#turns/repository.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { aDecision, anInbound, aRelease, PORTAL, toyTurn, ZALO } from './toys.ts';

const KEY = '0123456789abcdef'.repeat(4);
const LEASE = 30_000;
const T0 = 1_795_312_800_000;

/** The contract of TurnStore, which both engines keep. */
onEachEngine('a turn store', (make) => {
  let database: Database;
  let test: TestDatabase;
  let store: TurnStore & DeliveryStore;
  const failing: TurnWriter = {
    write: (commit) => {
      if (commit.turn.startsWith('break')) throw new Error('a writer broke');
      return [];
    },
    erase: () => [],
  };

  beforeEach(async () => {
    ({ database, test } = await migrated(make));
    store = createTurnStore({ database, sealKey: KEY, writers: [createInsightWriter(), failing] });
  });
  afterEach(async () => {
    await database.close();
    await test.drop();
  });

  const accept = (changes: Partial<Inbound> & { readonly text?: string } = {}) =>
    store.accept(anInbound({ account: ZALO, receivedAt: T0, ...changes }));
  async function work(owner = 'w1', now = T0): Promise<Work> {
    const found = await store.take(owner, now, LEASE);
    if (found === null) throw new Error('nothing waits');
    return found;
  }
  async function commitOf(taken: Work, now = T0, changes: Partial<TurnCommit> = {}): Promise<TurnCommit> {
    const outcome = await toyTurn(taken, aRelease(), now);
    const delivery = () => 'push' as const;
    return {
      ...turnCommit(outcome, { work: taken, now, release: 'r1', giveBack: true, delivery }),
      ...changes,
    };
  }
  const texts = async (conversation: string): Promise<unknown[]> =>
    (await store.activitiesAfter(conversation, 0, 100))
      .map(({ json }): unknown => JSON.parse(json))
      .map((a) => (a as { text: string }).text);

  describe('accepting', () => {
    it('finds or makes the conversation by channel, account and person', async () => {
      const first = await accept({ person: 'p1' });
      const again = await accept({ person: 'p1' });
      const other = await accept({ person: 'p2' });
      const elsewhere = await accept({ person: 'p1', account: { ...ZALO, id: 'oa-2' } });
      expect(again.conversation).toBe(first.conversation);
      expect(new Set([first.conversation, other.conversation, elsewhere.conversation]).size).toBe(3);
      expect([first.seq, again.seq, other.seq]).toEqual([1, 2, 1]);
    });

    it('keeps the id of a person out of the tables', async () => {
      const { conversation } = await accept({ person: 'zalo-user-77' });
      const row = await database.db.selectFrom('conversation').selectAll().executeTakeFirstOrThrow();
      expect(JSON.stringify(row)).not.toContain('zalo-user-77');
      expect(row.person_hash).toMatch(/^[0-9a-f]{64}$/);
      expect(row.id).toBe(conversation);
      expect(createSealer(KEY).open(row.person_sealed)).toBe('zalo-user-77');
    });

    it('takes a message once, whatever comes twice at the same moment', async () => {
      const all = await Promise.all(
        Array.from({ length: 8 }, () => accept({ dedupeKey: 'same', person: 'new' })),
      );
      expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
      expect(new Set(all.map(({ activityId }) => activityId)).size).toBe(1);
      expect(new Set(all.map(({ conversation }) => conversation)).size).toBe(1);
      expect(await texts(all[0]!.conversation)).toHaveLength(1);
    });

    it('takes a message once also after it was answered and the store was opened again', async () => {
      const first = await accept({ dedupeKey: 'once' });
      await store.commit(await commitOf(await work()));
      await database.close();
      database = test.open();
      store = createTurnStore({ database, sealKey: KEY, writers: [] });
      const second = await accept({ dedupeKey: 'once' });
      expect(second).toMatchObject({
        duplicate: true,
        activityId: first.activityId,
        seq: first.seq,
        row: null,
      });
      expect(await store.take('w1', T0, LEASE)).toBeNull();
    });

    it('refuses a conversation that does not exist', async () => {
      await expect(accept({ conversation: 'unknown' })).rejects.toMatchObject({
        code: 'CONVERSATION_UNKNOWN',
      });
    });

    it('writes no transcript row for what is not shown', async () => {
      const accepted = await accept({ event: { kind: 'start' }, activity: null });
      expect(accepted).toMatchObject({ duplicate: false, seq: null, activityId: null, row: null });
      expect((await work()).message).toMatchObject({ event: { kind: 'start' }, activityId: null });
    });

    it('gives transcript rows their id and strictly increasing timestamps, also when the clock goes back', async () => {
      const a = await accept({ receivedAt: T0 });
      const b = await accept({ receivedAt: T0 });
      const c = await accept({ receivedAt: T0 - 60_000 });
      const rows = await store.activitiesAfter(a.conversation, 0, 10);
      expect(rows.map(({ at }) => at)).toEqual([T0, T0 + 1, T0 + 2]);
      expect(rows.map(({ json }): unknown => JSON.parse(json))).toMatchObject(
        [a, b, c].map(({ activityId }, i) => ({
          id: activityId,
          timestamp: new Date(T0 + i).toISOString(),
        })),
      );
      expect(rows[1]).toEqual(b.row);
    });
  });

  describe('opening a conversation of the portal', () => {
    const open = (id: string, person: string) =>
      store.openConversation({ id, account: PORTAL, person, at: T0 });

    it('changes nothing the second time, and finds it by its id', async () => {
      await open('c1', 'dl_1');
      await open('c1', 'dl_1');
      expect(await store.findConversation('c1')).toEqual({
        id: 'c1',
        account: PORTAL,
        lang: 'vi',
        owner: 'bot',
        expects: null,
        state: null,
        lastInAt: null,
        createdAt: T0,
      });
      expect(await store.findConversation('c2')).toBeNull();
    });

    it('lets one person have two tabs', async () => {
      await open('c1', 'dl_1');
      await open('c2', 'dl_1');
      await accept({ conversation: 'c1', account: PORTAL, text: 'một' });
      await accept({ conversation: 'c2', account: PORTAL, text: 'hai' });
      expect(await texts('c1')).toEqual(['một']);
      expect(await texts('c2')).toEqual(['hai']);
    });
  });

  describe('leasing', () => {
    it('gives out the conversation that waits longest, and each to one worker', async () => {
      const a = await accept({ person: 'a' });
      const b = await accept({ person: 'b' });
      expect((await work('w1')).lease).toEqual({
        conversation: a.conversation,
        owner: 'w1',
        fence: 1,
        until: T0 + LEASE,
      });
      expect((await work('w2')).lease.conversation).toBe(b.conversation);
      expect(await store.take('w3', T0, LEASE)).toBeNull();
    });

    it('hands each of many conversations to exactly one of many takers at once', async () => {
      const opened = await Promise.all(Array.from({ length: 20 }, (_, n) => accept({ person: `p${n}` })));
      const taken: string[] = [];
      await Promise.all(
        Array.from({ length: 10 }, async (_, n) => {
          for (;;) {
            const found = await store.take(`w${n}-${taken.length}`, T0, LEASE);
            if (found === null) return;
            taken.push(found.lease.conversation);
          }
        }),
      );
      expect(taken.toSorted()).toEqual(opened.map(({ conversation }) => conversation).toSorted());
    });

    it('takes the named conversation only, and not from a holder', async () => {
      await accept({ person: 'a' });
      const b = await accept({ person: 'b' });
      expect((await store.take('w1', T0, LEASE, b.conversation))?.lease.conversation).toBe(b.conversation);
      expect(await store.take('w2', T0 + LEASE * 2, LEASE, b.conversation)).toBeNull();
      expect(await store.take('w2', T0, LEASE, 'unknown')).toBeNull();
    });

    it('gives out the messages of a conversation oldest first', async () => {
      const { conversation } = await accept({ text: 'một' });
      await accept({ text: 'hai' });
      const first = await work();
      expect(first).toMatchObject({ more: true, message: { event: { text: 'một' } } });
      await store.commit(await commitOf(first, T0, { release: false }));
      const second = await store.next(first.lease, T0);
      expect(second).toMatchObject({ more: false, message: { event: { text: 'hai' } } });
      await store.commit(await commitOf(second!, T0, { release: false }));
      expect(await store.next(first.lease, T0)).toBeNull();
      expect(await texts(conversation)).toEqual(['một', 'hai', 'echo: một', 'echo: hai']);
      // `next` with nothing to give has returned the lease.
      await accept({ text: 'ba' });
      expect((await work('w2')).message.event).toMatchObject({ text: 'ba' });
    });

    it('lets another worker take over when the lease has run out, and counts the attempt', async () => {
      await accept();
      const frozen = await work('w1');
      expect(await store.take('w2', T0 + LEASE, LEASE)).toBeNull();
      const taken = await work('w2', T0 + LEASE + 1);
      expect(taken.lease.fence).toBe(frozen.lease.fence + 1);
      expect(taken.message).toMatchObject({ inboxId: frozen.message.inboxId, attempts: 1 });
    });

    it('renews a lease that is held, and no other', async () => {
      await accept();
      const { lease } = await work('w1');
      expect(await store.renew(lease, T0 + 2 * LEASE)).toBe(true);
      expect(await store.take('w2', T0 + LEASE + 1, LEASE)).toBeNull();
      expect(await store.renew({ ...lease, fence: lease.fence - 1 }, T0)).toBe(false);
      expect(await store.renew({ ...lease, owner: 'w9' }, T0)).toBe(false);
    });

    it('holds up what stands behind a message that waits for its next attempt', async () => {
      await accept({ text: 'một' });
      await accept({ text: 'hai' });
      const first = await work();
      await store.abandon(first.lease, first.message.inboxId, T0 + 500);
      expect(await store.take('w1', T0 + 499, LEASE)).toBeNull();
      const again = await work('w1', T0 + 500);
      expect(again.message).toMatchObject({ inboxId: first.message.inboxId, attempts: 1 });
    });

    it('keeps a secret sealed until the turn, and erases it with the turn', async () => {
      await accept({ secret: '0912 345 678' });
      const row = () => database.db.selectFrom('inbox').selectAll().executeTakeFirstOrThrow();
      expect((await row()).secret_sealed).not.toContain('345');
      const taken = await work();
      expect(taken.message.secret).toBe('0912 345 678');
      await store.commit(await commitOf(taken));
      expect((await row()).secret_sealed).toBeNull();
    });
  });

  describe('committing', () => {
    it('writes state, expectation, transcript, outbox, walk-through, question and count together', async () => {
      const { conversation } = await accept({ text: 'lệ phí' });
      const commit = await commitOf(await work(), T0 + 5, {
        state: { v: 3, data: { seen: ['a'] } },
        expects: { kind: 'unit' },
        lang: 'en',
        effects: [
          {
            kind: 'walkthrough',
            id: 'w1',
            procedure: 'dang-ky-khai-sinh',
            targetUnit: '26000',
            answers: { q: 'a' },
            done: ['log-in'],
            state: 'active',
            release: 'r1',
          },
          { kind: 'feedback', helped: true, about: 'dang-ky-khai-sinh' },
        ],
      });
      const result = await store.commit(commit);
      expect(result).toMatchObject({ kind: 'committed', seqs: [2] });
      expect(await store.activitiesAfter(conversation, 1, 10)).toEqual(
        result.kind === 'committed' ? result.rows : [],
      );
      expect(await store.findConversation(conversation)).toMatchObject({
        state: { v: 3, data: { seen: ['a'] } },
        expects: { kind: 'unit' },
        lang: 'en',
      });
      const one = (table: 'outbox' | 'walkthrough' | 'question' | 'daily_count' | 'feedback') =>
        database.db.selectFrom(table).selectAll().execute();
      expect(await one('outbox')).toMatchObject([{ turn: commit.turn, channel: 'zalo', status: 'pending' }]);
      expect(await one('walkthrough')).toMatchObject([{ id: 'w1', conversation, answers: '{"q":"a"}' }]);
      expect(await one('question')).toMatchObject([{ turn: commit.turn, text: 'lệ phí', unit: '26000' }]);
      expect(await one('feedback')).toMatchObject([{ conversation, helped: 1 }]);
      expect(await one('daily_count')).toMatchObject([{ unit: '26000', outcome: 'answer', count: 1 }]);
    });

    it('counts by the calendar day of Việt Nam', async () => {
      const beforeMidnight = Date.parse('2026-11-22T16:59:59Z');
      for (const now of [beforeMidnight, beforeMidnight + 1000, beforeMidnight + 2000]) {
        await accept({ receivedAt: now });
        await store.commit(await commitOf(await work('w1', now), now));
      }
      const counts = await database.db
        .selectFrom('daily_count')
        .select(['day', 'count'])
        .orderBy('day')
        .execute();
      expect(counts).toEqual([
        { day: '2026-11-22', count: 1 },
        { day: '2026-11-23', count: 2 },
      ]);
    });

    it('writes nothing when the fence has moved on', async () => {
      const { conversation } = await accept();
      const frozen = await work('w1');
      const taken = await work('w2', T0 + LEASE + 1);
      expect(await store.commit(await commitOf(frozen))).toEqual({ kind: 'fenced' });
      for (const table of ['outbox', 'question', 'daily_count'] as const) {
        expect(await database.db.selectFrom(table).selectAll().execute()).toEqual([]);
      }
      expect(await store.findConversation(conversation)).toMatchObject({ state: null });
      expect(await store.commit(await commitOf(taken))).toMatchObject({ kind: 'committed' });
      expect(await store.commit(await commitOf(frozen))).toEqual({ kind: 'fenced' });
      expect(await texts(conversation)).toHaveLength(2);
    });

    it('writes nothing for a lease of another owner with the same fence', async () => {
      await accept();
      const { lease, ...rest } = await work('w1');
      const forged = await commitOf({ ...rest, lease: { ...lease, owner: 'w2' } });
      expect(await store.commit(forged)).toEqual({ kind: 'fenced' });
    });

    it('answers a message once, also under a lease that is still held', async () => {
      const { conversation } = await accept();
      const taken = await work();
      expect(await store.commit(await commitOf(taken, T0, { release: false }))).toMatchObject({
        kind: 'committed',
      });
      expect(await store.commit(await commitOf(taken))).toEqual({ kind: 'fenced' });
      expect(await texts(conversation)).toHaveLength(2);
    });

    it('tells again what a commit has written whose answer was lost', async () => {
      const { conversation } = await accept();
      const commit = await commitOf(await work());
      const first = await store.commit(commit);
      expect(first).toMatchObject({ kind: 'committed' });
      expect(await store.commit(commit)).toEqual(first);
      expect(await texts(conversation)).toHaveLength(2);
    });

    it('undoes all of a commit when one of its writers throws, and no other commit with it', async () => {
      const a = await accept({ person: 'a' });
      const b = await accept({ person: 'b' });
      const [workA, workB] = [await work('w1'), await work('w2')];
      const [failed, fine] = await Promise.allSettled([
        store.commit(await commitOf(workA, T0, { turn: 'break-1' })),
        store.commit(await commitOf(workB)),
      ]);
      expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'a writer broke' } });
      expect(fine).toMatchObject({ status: 'fulfilled', value: { kind: 'committed' } });
      expect(await texts(a.conversation)).toHaveLength(1);
      expect(await texts(b.conversation)).toHaveLength(2);
      expect(await store.commit(await commitOf(workA))).toMatchObject({ kind: 'committed' });
    });

    it('leaves the state as it was where the turn was silent', async () => {
      const { conversation } = await accept();
      await store.commit(await commitOf(await work(), T0, { state: { v: 1, data: 'kept' } }));
      await accept();
      const silent = { state: null, owner: 'person', transcript: [], outbox: [], question: null } as const;
      await store.commit(await commitOf(await work(), T0, silent));
      expect(await store.findConversation(conversation)).toMatchObject({
        state: { v: 1, data: 'kept' },
        owner: 'person',
      });
    });

    it('never lets one conversation see another', async () => {
      const said = async (person: string) => {
        const { conversation } = await accept({ person, text: `của ${person}` });
        return conversation;
      };
      const ids = await Promise.all(['a', 'b', 'c'].map(said));
      for (let n = 0; n < 3; n += 1) {
        const taken = await work(`w${n}`);
        await store.commit(await commitOf(taken));
      }
      for (const [n, person] of ['a', 'b', 'c'].entries()) {
        expect(await texts(ids[n]!)).toEqual([`của ${person}`, `echo: của ${person}`]);
        expect(await store.findConversation(ids[n]!)).toMatchObject({ state: { data: [`của ${person}`] } });
      }
    });
  });

  describe('delivering', () => {
    async function answered(person = 'p1', replies = 1): Promise<string> {
      const { conversation } = await accept({ person });
      const taken = await store.take(`w-${person}`, T0, LEASE, conversation);
      const reply = (n: number) => ({
        blocks: [{ kind: 'text' as const, text: `${person} ${n}` }],
        choices: [],
        facts: [],
      });
      const decision = aDecision({ replies: Array.from({ length: replies }, (_, n) => reply(n)) });
      await store.commit(
        turnCommit(
          { decision, transcript: [] },
          { work: taken!, now: T0, release: 'r1', giveBack: true, delivery: () => 'push' },
        ),
      );
      return conversation;
    }
    const take = (now = T0) => store.takeDelivery('s1', 'zalo', now, LEASE);
    const statuses = async () =>
      (await database.db.selectFrom('outbox').select(['status', 'uncertain']).orderBy('id').execute()).map(
        ({ status, uncertain }) => `${status} ${uncertain}`,
      );

    it('opens the person for sending, and sends the replies of a conversation in order', async () => {
      await answered('p1', 2);
      const first = await take();
      expect(first).toMatchObject({
        person: 'p1',
        account: ZALO,
        attempts: 1,
        reply: { blocks: [{ text: 'p1 0' }] },
      });
      expect(await take()).toBeNull();
      expect(await store.takeDelivery('s1', 'messenger', T0, LEASE)).toBeNull();
      expect(await store.settleDelivery(first!, { kind: 'sent', externalId: 'x1' }, T0)).toBe(true);
      expect(await take()).toMatchObject({ reply: { blocks: [{ text: 'p1 1' }] } });
    });

    it('sends to other conversations while one waits', async () => {
      await answered('p1');
      await answered('p2');
      const first = await take();
      await store.settleDelivery(first!, { kind: 'retry', at: T0 + 5000, why: 'busy' }, T0);
      expect(await take()).toMatchObject({ person: 'p2' });
      expect(await take(T0 + 4999)).toBeNull();
      expect(await take(T0 + 5000)).toMatchObject({ person: 'p1', attempts: 2 });
    });

    it('waits on an uncertain send, sends it once more, counts it, and then leaves it', async () => {
      await answered();
      await store.settleDelivery((await take())!, { kind: 'uncertain', until: T0 + 30_000 }, T0);
      expect(await take(T0 + 29_999)).toBeNull();
      expect(await statuses()).toEqual(['uncertain 1']);
      const again = await take(T0 + 30_000);
      expect(again).toMatchObject({ attempts: 2 });
      await store.settleDelivery(again!, { kind: 'uncertain', until: T0 + 90_000 }, T0);
      expect(await statuses()).toEqual(['failed 2']);
      expect(await take(T0 + 100_000)).toBeNull();
    });

    it('holds a send uncertain whose sender went away, and believes the sender if it comes back', async () => {
      await answered();
      const gone = await take();
      expect(await take(T0 + LEASE + 1)).toBeNull();
      expect(await statuses()).toEqual(['uncertain 1']);
      expect(await store.settleDelivery(gone!, { kind: 'sent', externalId: null }, T0)).toBe(true);
      expect(await statuses()).toEqual(['sent 1']);
    });

    it('ignores a sender whose message somebody else has sent again', async () => {
      await answered();
      const gone = await take();
      await take(T0 + LEASE + 1);
      const again = await take(T0 + 2 * LEASE + 2);
      expect(again).not.toBeNull();
      expect(await store.settleDelivery(gone!, { kind: 'failed', why: 'late' }, T0)).toBe(false);
      expect(await store.settleDelivery(again!, { kind: 'sent', externalId: 'x' }, T0)).toBe(true);
    });
  });

  it('forgets a conversation with everything under it, and keeps the counts', async () => {
    const { conversation } = await accept({ person: 'gone' });
    const other = await accept({ person: 'stays' });
    for (const owner of ['w1', 'w2']) {
      const effects = [{ kind: 'feedback', helped: false, about: 'x' }] as const;
      await store.commit(await commitOf(await work(owner), T0, { effects }));
    }
    await store.forget(conversation);
    expect(await store.findConversation(conversation)).toBeNull();
    for (const table of ['inbox', 'outbox', 'activity', 'question', 'feedback'] as const) {
      const rows = await database.db.selectFrom(table).select('conversation').execute();
      expect(new Set(rows.map((row) => row.conversation))).toEqual(new Set([other.conversation]));
    }
    expect(await database.db.selectFrom('daily_count').select('count').execute()).toEqual([{ count: 2 }]);
  });

  it('erases what was said with the turn that says so, and can be written to afterwards', async () => {
    const { conversation } = await accept({ person: 'p', text: 'điều riêng tư' });
    const other = await accept({ person: 'q', text: 'của người khác' });
    await store.commit(await commitOf(await work('w1')));
    await store.commit(await commitOf(await work('w2')));
    for (let sent = 0; sent < 2; sent += 1) {
      const delivery = await store.takeDelivery('w', 'zalo', T0, LEASE);
      if (delivery !== null)
        await store.settleDelivery(delivery, { kind: 'sent', externalId: String(sent) }, T0);
    }
    await accept({ person: 'p', text: 'xóa hết', dedupeKey: 'erase' });
    const erasing = await commitOf(await work('w1'), T0 + 1, { effects: [{ kind: 'forget' }] });
    expect(await store.commit(erasing)).toMatchObject({ kind: 'committed' });

    const left = await store.activitiesAfter(conversation, 0, 100);
    expect(left.map(({ kind }) => kind)).toEqual(left.map(() => 'out'));
    for (const table of ['inbox', 'outbox', 'question', 'activity'] as const) {
      const rows = await database.db.selectFrom(table).selectAll().execute();
      const hers = rows.filter((row) => row.conversation === conversation);
      expect(JSON.stringify(hers)).not.toContain('riêng tư');
      expect(rows.some((row) => row.conversation === other.conversation)).toBe(true);
    }
    expect(await store.takeDelivery('w', 'zalo', T0 + 1, LEASE)).not.toBeNull();
    expect((await accept({ person: 'p', dedupeKey: 'erase' })).duplicate).toBe(true);
    expect((await accept({ person: 'p', text: 'mới' })).conversation).toBe(conversation);
  });

  it('drops the turn of a conversation that was forgotten meanwhile', async () => {
    const { conversation } = await accept();
    const taken = await work();
    await store.forget(conversation);
    expect(await store.commit(await commitOf(taken))).toEqual({ kind: 'fenced' });
  });
});
