import type { Kysely } from 'kysely';

/** A code goes with the conversation that it was made in: docs/decisions/019-carry-codes.md. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Codes from before live a quarter of an hour; they name none and end by themselves.
  await db.schema.alterTable('carry').addColumn('made_in', 'text').execute();
  await db.schema.createIndex('carry_made_in').on('carry').column('made_in').execute();
}
