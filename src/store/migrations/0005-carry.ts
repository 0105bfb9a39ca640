import type { Kysely } from 'kysely';

/** Going on elsewhere: copies under one-time codes, and wrong codes counted by conversation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // No column names a conversation: a copy outlives the one it was made in, and tells of nobody.
  await db.schema
    .createTable('carry')
    .addColumn('code_hash', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('state_v', 'integer', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    // The message that was given the copy.
    .addColumn('used_by', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('carry_end').on('carry').column('expires_at').execute();
  await db.schema
    .createTable('carry_try')
    .addColumn('conversation', 'text', (c) => c.primaryKey())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .execute();
}
