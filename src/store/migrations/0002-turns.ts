import { sql, type Kysely } from 'kysely';

/** What the engine of turns found missing: the order of messages, increasing timestamps, counted resends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Timestamps of a conversation increase strictly, also when clocks of nodes differ.
  await db.schema
    .alterTable('conversation')
    .addColumn('last_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  // Place of a message in its conversation, from the same counter as the transcript.
  await db.schema
    .alterTable('inbox')
    .addColumn('seq', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex('inbox_line')
    .on('inbox')
    .columns(['conversation', 'seq'])
    .where(sql.ref('status'), '=', sql.lit('pending'))
    .execute();
  // How often a send was cut off before its answer.
  await db.schema
    .alterTable('outbox')
    .addColumn('uncertain', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex('outbox_line')
    .on('outbox')
    .columns(['conversation', 'id'])
    .where(sql.ref('status'), 'in', sql`('pending', 'sending', 'uncertain')`)
    .execute();
  await db.schema
    .createIndex('job_waiting')
    .on('job')
    .columns(['kind', 'not_before'])
    .where(sql.ref('status'), '=', sql.lit('pending'))
    .execute();
}
