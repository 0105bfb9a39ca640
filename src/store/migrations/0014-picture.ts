import type { Kysely } from 'kysely';

/** Screenshots that officers put in place of drawings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('picture')
    // Hash of the bytes, and its size: see knowledge/schema/schematic.ts.
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('type', 'text', (c) => c.notNull())
    // The bytes in base64: the same column on both engines.
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('stored_at', 'bigint', (c) => c.notNull())
    .execute();
}
