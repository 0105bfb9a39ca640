import { sql, type Kysely } from 'kysely';

/** Messages that we start: who wants them, which are planned; and of each reply who started it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('consent')
    .addColumn('conversation', 'text', (c) =>
      c.primaryKey().references('conversation.id').onDelete('cascade'),
    )
    // 1: she asked to be reminded; 0: she asked to be left alone. No row: she said neither, and gets nothing.
    .addColumn('reminders', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('plan')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation', 'text', (c) => c.notNull().references('conversation.id').onDelete('cascade'))
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('dedupe_key', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('not_before', 'bigint', (c) => c.notNull())
    .addColumn('why', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('settled_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('plan_once')
    .unique()
    .on('plan')
    .columns(['conversation', 'dedupe_key'])
    .execute();
  await db.schema
    .createIndex('plan_waiting')
    .on('plan')
    .columns(['not_before', 'id'])
    .where(sql.ref('status'), 'in', sql`('planned', 'held')`)
    .execute();
  await db.schema
    .alterTable('outbox')
    .addColumn('origin', 'text', (c) => c.notNull().defaultTo('reply'))
    .execute();
}
