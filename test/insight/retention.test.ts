import { expect, it } from 'vitest';
import { newId } from '../../src/ids.ts';
import { createRetention } from '../../src/house-retention.ts';
import { createInsightWriter } from '#insight/repository.ts';
import { createRuns } from '#insight/repository/runs.ts';
import type { Database } from '#store/database.ts';
import { freshDatabase, onEachEngine } from '../support/engines.ts';
import { T0 } from './a-question.ts';
import { logged, rated } from './log.ts';

const DAY = 24 * 3_600_000;
const keeping = { wordsMs: 30 * DAY, idleMs: 90 * DAY };

onEachEngine('what is kept', (make) => {
  let database: Database;
  freshDatabase(make, (fresh) => {
    database = fresh;
  });
  const sweep = () =>
    createRetention({
      database,
      writers: [createInsightWriter()],
      keeping,
      clock: () => T0,
      log: { info: () => undefined, warn: () => undefined } as never,
    }).run();
  const all = async (table: 'question' | 'feedback' | 'activity' | 'inbox' | 'outbox' | 'conversation') =>
    (await database.db.selectFrom(table).selectAll().execute()).length;
  const said = async (conversation: string, at: number, seq: number): Promise<void> => {
    await database.db
      .insertInto('activity')
      .values({ conversation, seq, id: newId(at), kind: 'in', activity: '{"text":"x"}', at })
      .execute();
    await database.db
      .insertInto('inbox')
      .values({
        id: newId(at),
        conversation,
        dedupe_key: `k${seq}`,
        event: '{}',
        secret_sealed: null,
        activity_id: null,
        status: 'done',
        not_before: 0,
        received_at: at,
        turn: null,
      })
      .execute();
  };

  it('of a question its wording is gone after thirty days, and its count stays', async () => {
    await logged(database, { person: 'a', text: 'cũ', at: T0 - 31 * DAY });
    await logged(database, { person: 'a', text: 'mới', at: T0 - 29 * DAY });
    await database.db
      .insertInto('daily_count')
      .values({
        day: '2020-01-01',
        unit: '',
        channel: 'portal',
        outcome: 'answer',
        topic: '',
        aspect: '',
        count: 3,
      })
      .execute();
    await sweep();
    expect(await database.db.selectFrom('question').select('text').execute()).toEqual([{ text: 'mới' }]);
    expect(await database.db.selectFrom('daily_count').select('count').execute()).toEqual([{ count: 3 }]);
  });

  it('of a talk the words are gone after thirty days, and her place after ninety without a word', async () => {
    const talks = { open: 20, idle: 91 };
    for (const [person, days] of Object.entries(talks)) {
      const { conversation } = await logged(database, { person, text: 'x', at: T0 - 100 * DAY });
      await said(conversation, T0 - 40 * DAY, 1);
      await said(conversation, T0 - days * DAY, 2);
      await database.db
        .updateTable('conversation')
        .set({ last_in_at: T0 - days * DAY })
        .where('id', '=', conversation)
        .execute();
    }
    await sweep();
    expect(await database.db.selectFrom('conversation').select('id').execute()).toEqual([
      { id: 'talk-open-25326' },
    ]);
    expect(await database.db.selectFrom('activity').select(['conversation', 'seq']).execute()).toEqual([
      { conversation: 'talk-open-25326', seq: 2 },
    ]);
    expect(await all('inbox')).toBe(0);
    expect(await all('question')).toBe(0);
  });

  it('keeps a silent talk that we still are to write to, or that an officer has', async () => {
    for (const person of ['planned', 'officer', 'nobody'])
      await logged(database, { person, text: 'x', at: T0 - 100 * DAY });
    await database.db
      .insertInto('plan')
      .values({
        id: newId(T0),
        conversation: 'talk-planned-25326',
        what: 'result',
        about: 'x',
        dedupe_key: 'k',
        status: 'planned',
        due_at: T0 + DAY,
        not_before: T0 + DAY,
        why: null,
        created_at: T0,
        settled_at: null,
      })
      .execute();
    await database.db
      .updateTable('conversation')
      .set({ owner: 'person' })
      .where('id', '=', 'talk-officer-25326')
      .execute();
    await sweep();
    expect(
      (await database.db.selectFrom('conversation').select('id').orderBy('id').execute()).map(({ id }) => id),
    ).toEqual(['talk-officer-25326', 'talk-planned-25326']);
  });

  it('deletes what was sent, old remarks and comparisons, and leaves what still is to be done', async () => {
    const { conversation } = await logged(database, { person: 'a', text: 'x', at: T0 - DAY });
    for (const [status, days] of [
      ['sent', 31],
      ['sent', 1],
      ['pending', 31],
    ] as const)
      await database.db
        .insertInto('outbox')
        .values({
          id: newId(T0 - days * DAY),
          conversation,
          turn: null,
          position: 0,
          channel: 'zalo',
          account: 'oa',
          reply: '{}',
          status,
          not_before: 0,
          lease_owner: null,
          lease_until: 0,
          external_id: null,
          why: null,
          created_at: T0 - days * DAY,
        })
        .execute();
    await rated(database, conversation, 'wrong:a/b/c', { at: T0 - 91 * DAY });
    await rated(database, conversation, 'wrong:a/b/c', { at: T0 - 60 * DAY });
    const runs = createRuns(database);
    await runs.begin('base', 'comparison', T0 - 3 * DAY);
    await runs.begin('base', 'health', T0 - 40 * DAY);
    const health = await runs.begin('base', 'health', T0 - 30 * DAY);
    await sweep();
    await sweep();
    expect(await all('outbox')).toBe(2);
    expect(await all('feedback')).toBe(1);
    expect(await database.db.selectFrom('insight_run').select('id').execute()).toEqual([{ id: health }]);
  });
});
