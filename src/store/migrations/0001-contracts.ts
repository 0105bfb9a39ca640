import { sql, type Kysely } from 'kysely';

/** The first shape of every table of the slice. Types are those that SQLite and PostgreSQL both have. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('person_hash', 'text', (c) => c.notNull())
    .addColumn('person_sealed', 'text', (c) => c.notNull())
    .addColumn('home_unit', 'text')
    .addColumn('lang', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('expects', 'text')
    .addColumn('state', 'text')
    .addColumn('state_v', 'integer')
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addColumn('fence', 'bigint', (c) => c.notNull())
    .addColumn('next_seq', 'bigint', (c) => c.notNull())
    .addColumn('last_in_at', 'bigint')
    .addColumn('window_until', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('conversation_person')
    .unique()
    .on('conversation')
    .columns(['channel', 'account', 'person_hash'])
    .execute();

  await db.schema
    .createTable('inbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation', 'text', (c) => c.notNull().references('conversation.id').onDelete('cascade'))
    .addColumn('dedupe_key', 'text', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('secret_sealed', 'text')
    .addColumn('activity_id', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('not_before', 'bigint', (c) => c.notNull())
    .addColumn('received_at', 'bigint', (c) => c.notNull())
    .addColumn('turn', 'text')
    .execute();
  await db.schema
    .createIndex('inbox_once')
    .unique()
    .on('inbox')
    .columns(['conversation', 'dedupe_key'])
    .execute();
  // Only what waits is looked for; the index stays as small as the queue.
  await db.schema
    .createIndex('inbox_waiting')
    .on('inbox')
    .columns(['id', 'conversation'])
    .where(sql.ref('status'), '=', sql.lit('pending'))
    .execute();

  await db.schema
    .createTable('activity')
    .addColumn('conversation', 'text', (c) => c.notNull().references('conversation.id').onDelete('cascade'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('activity', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('activity_key', ['conversation', 'seq'])
    .execute();

  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation', 'text', (c) => c.notNull().references('conversation.id').onDelete('cascade'))
    .addColumn('turn', 'text')
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('reply', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('not_before', 'bigint', (c) => c.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addColumn('fence', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('external_id', 'text')
    .addColumn('why', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('outbox_open')
    .on('outbox')
    .columns(['channel', 'id'])
    .where(sql.ref('status'), 'in', sql`('pending', 'sending', 'uncertain')`)
    .execute();

  await db.schema
    .createTable('walkthrough')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation', 'text', (c) => c.notNull().references('conversation.id').onDelete('cascade'))
    .addColumn('procedure', 'text', (c) => c.notNull())
    .addColumn('target_unit', 'text')
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('done', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('release', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('walkthrough_of').on('walkthrough').column('conversation').execute();

  await db.schema
    .createTable('question')
    .addColumn('turn', 'text', (c) => c.primaryKey())
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('unit', 'text')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('topic', 'text')
    .addColumn('aspect', 'text')
    .addColumn('p', 'double precision', (c) => c.notNull())
    .addColumn('alternatives', 'text', (c) => c.notNull())
    .addColumn('release', 'text', (c) => c.notNull())
    .addColumn('text', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('question_at').on('question').column('at').execute();
  await db.schema.createIndex('question_of').on('question').column('conversation').execute();

  await db.schema
    .createTable('daily_count')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('aspect', 'text', (c) => c.notNull())
    .addColumn('count', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('daily_count_key', ['day', 'unit', 'channel', 'outcome', 'topic', 'aspect'])
    .execute();

  await db.schema
    .createTable('release')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('published_at', 'bigint', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('release_artifact')
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('release_artifact_key', ['hash', 'kind'])
    .execute();

  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('dedupe_key', 'text', (c) => c.notNull())
    .addColumn('payload', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('not_before', 'bigint', (c) => c.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addColumn('fence', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('job_once').unique().on('job').columns(['kind', 'dedupe_key']).execute();

  await db.schema
    .createTable('handover')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation', 'text', (c) => c.notNull().references('conversation.id').onDelete('cascade'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('feedback')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation', 'text', (c) => c.notNull().references('conversation.id').onDelete('cascade'))
    .addColumn('helped', 'integer', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
}
