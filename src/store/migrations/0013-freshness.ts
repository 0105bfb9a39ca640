import type { Kysely } from 'kysely';

/** What is known of links to official sites, and who looks at which entry again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('link_state')
    .addColumn('url', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('looked_at', 'bigint', (c) => c.notNull())
    // In a row; one alone may be a bad day of theirs.
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('failing_since', 'bigint')
    .execute();
  await db.schema
    .createTable('freshness_work')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('taken_by', 'text')
    .addColumn('taken_name', 'text')
    .addColumn('taken_at', 'bigint')
    .addColumn('confirmed_name', 'text')
    .addColumn('confirmed_at', 'bigint')
    // The entry as it was confirmed: once another is live, the confirmation has done its work.
    .addColumn('confirmed_hash', 'text')
    .addPrimaryKeyConstraint('freshness_work_key', ['kind', 'scope', 'id'])
    .execute();
}
