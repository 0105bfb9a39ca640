import { PostgresAdapter, sql, type Kysely } from 'kysely';

/** Staff: accounts, what they may, sessions, one-time links, wrong tries; and the log that nobody edits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staff_account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    // Lower case: one person, one account.
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('totp_sealed', 'text')
    // Set up, but its first code not yet typed.
    .addColumn('totp_new_sealed', 'text')
    // The last half minute whose code was taken: no code works twice.
    .addColumn('totp_step', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('disabled_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('last_in_at', 'bigint')
    .execute();
  await db.schema
    .createTable('staff_grant')
    .addColumn('account', 'text', (c) => c.notNull().references('staff_account.id').onDelete('cascade'))
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('granted_by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('staff_grant_key', ['account', 'scope'])
    .execute();
  await db.schema
    .createTable('staff_session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('account', 'text', (c) => c.notNull().references('staff_account.id').onDelete('cascade'))
    // 1: the second factor was given in this session.
    .addColumn('second_factor', 'integer', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('agent', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('staff_session_of').on('staff_session').column('account').execute();
  await db.schema
    .createTable('staff_recovery')
    .addColumn('account', 'text', (c) => c.notNull().references('staff_account.id').onDelete('cascade'))
    .addColumn('code_hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('staff_recovery_key', ['account', 'code_hash'])
    .execute();
  await db.schema
    .createTable('staff_link')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.references('staff_account.id').onDelete('cascade'))
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('grants', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('staff_try')
    // What is counted: an address, or the hash of an e-mail address whether it has an account or not.
    .addColumn('what', 'text', (c) => c.primaryKey())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addColumn('blocked_until', 'bigint', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('officer', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('previous', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('audit_scope').on('audit').columns(['scope', 'seq']).execute();
  await db.schema.createIndex('audit_officer').on('audit').columns(['officer', 'seq']).execute();
  await db.schema.createIndex('audit_action').on('audit').columns(['action', 'seq']).execute();
  await refuseChanges(db);
}

/** The database itself refuses: whoever would change a line must first change the schema, and breaks the chain. */
async function refuseChanges(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'audit lines stay as they are'; END $$`.execute(db);
    await sql`CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit
      FOR EACH ROW EXECUTE FUNCTION audit_stays()`.execute(db);
    await sql`CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit
      FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()`.execute(db);
    return;
  }
  for (const what of ['UPDATE', 'DELETE']) {
    await sql`CREATE TRIGGER ${sql.raw(`audit_no_${what.toLowerCase()}`)} BEFORE ${sql.raw(what)} ON audit
      BEGIN SELECT RAISE(ABORT, 'audit lines stay as they are'); END`.execute(db);
  }
  // INSERT OR REPLACE deletes without asking the trigger above.
  await sql`CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'audit lines stay as they are'); END`.execute(db);
}
