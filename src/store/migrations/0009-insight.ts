import { sql, type Kysely } from 'kysely';

/** The loop that makes the bot better: what officers have looked at, and what is being worked out for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `dismissed`, or `phrase:…`, `entry:…`: what became of it. null: nobody has looked.
  await db.schema.alterTable('question').addColumn('reviewed', 'text').execute();
  await db.schema.alterTable('feedback').addColumn('reviewed', 'text').execute();
  await db.schema.createIndex('feedback_at').on('feedback').column('at').execute();
  await db.schema.createIndex('feedback_of').on('feedback').column('conversation').execute();
  // What is new since the last look, and nothing older, is read for the review queue.
  await db.schema
    .createIndex('question_open')
    .on('question')
    .column('at')
    .where(sql.ref('reviewed'), 'is', sql`NULL`)
    .execute();

  // Comparisons of releases: asked for at one node, read at any. Results name questions by id, never by wording.
  await db.schema
    .createTable('insight_run')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('done', 'double precision', (c) => c.notNull())
    .addColumn('result', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('insight_run_end').on('insight_run').column('created_at').execute();
}
