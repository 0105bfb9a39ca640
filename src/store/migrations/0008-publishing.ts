import type { Kysely } from 'kysely';

/** What officers edit: published entries with every version, drafts, and who made which release of what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What lies over the shipped files, as it is live. A row stays when its value is null: taken away, or shipped again.
  await db.schema
    .createTable('entry')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('value', 'text')
    // What was shipped when it was edited: the third side of a comparison after an upgrade.
    .addColumn('shipped', 'text')
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('entry_key', ['kind', 'scope', 'id'])
    .execute();

  await db.schema
    .createTable('entry_version')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('release', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('value', 'text')
    .addColumn('shipped', 'text')
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('approver', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('entry_version_key', ['kind', 'scope', 'id', 'version'])
    .execute();
  await db.schema.createIndex('entry_version_release').on('entry_version').column('release').execute();

  await db.schema
    .createTable('draft')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('entry_id', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('author_name', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    // As typed: it need not be valid.
    .addColumn('value', 'text')
    .addColumn('based_on', 'text')
    .addColumn('base', 'text')
    .addColumn('rev', 'integer', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('publish_at', 'bigint')
    .addColumn('reviewer', 'text')
    .addColumn('reviewer_name', 'text')
    .addColumn('review_note', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('draft_of').on('draft').columns(['kind', 'scope', 'entry_id']).execute();
  await db.schema.createIndex('draft_status').on('draft').columns(['status', 'scope']).execute();

  // One run of the gate: what waits, how far it is, and why it was refused.
  await db.schema
    .createTable('publication')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('done', 'double precision', (c) => c.notNull())
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('officer', 'text', (c) => c.notNull())
    .addColumn('officer_name', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('release', 'integer')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('publication_status').on('publication').columns(['status', 'due_at']).execute();

  // The knowledge that the product came with when it was made, its matcher, its figures, and what it changed.
  await db.schema.alterTable('release').addColumn('shipped', 'text').execute();
  await db.schema.alterTable('release').addColumn('model', 'text').execute();
  await db.schema.alterTable('release').addColumn('figures', 'text').execute();
  await db.schema.alterTable('release').addColumn('changes', 'text').execute();
  await db.schema.alterTable('release').addColumn('publisher', 'text').execute();
}
