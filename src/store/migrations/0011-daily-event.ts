import type { Kysely } from 'kysely';

/** What the report needs and nobody counted: where walk-throughs go and stop, troubles, confusion, hours of the day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('daily_event')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    // What each of these holds for an event: src/insight/counts/events.ts.
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('count', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('daily_event_key', [
      'day',
      'unit',
      'channel',
      'event',
      'subject',
      'step',
      'detail',
    ])
    .execute();
}
