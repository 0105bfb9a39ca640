import type { Kysely } from 'kysely';

/** Questions that a ward adds to the evaluation: what was asked and what is right, for the gate and the replay. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evaluation_question')
    // A unit's code, or `base`.
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('aspect', 'text')
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('evaluation_question_key', ['scope', 'id'])
    .execute();
}
