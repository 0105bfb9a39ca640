import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createInsightWriter } from '#insight/repository.ts';
import { createTranscriptHub } from '#turns/hub.ts';
import type { Inbound } from '#turns/ports.ts';
import { receive } from '#turns/receive.ts';
import { createTurnStore } from '#turns/repository.ts';
import { createTurnRunner } from '#turns/runner.ts';
import { migrated, onEachEngine } from '../support/engines.ts';
import { anInbound, aRelease, toyTurn, ZALO } from '../turns/toys.ts';

/** Ends every connection to a database, as a restart of the server does, over and over. */
function breakConnections(address: string): () => Promise<number> {
  const url = new URL(address);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const work = { going: true };
  const ended = (async () => {
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    let broken = 0;
    while (work.going) {
      const { rowCount } = await admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
        [name],
      );
      broken += rowCount ?? 0;
      await sleep(40 + Math.random() * 80);
    }
    await admin.end();
    return broken;
  })();
  return () => {
    work.going = false;
    return ended;
  };
}

onEachEngine('a database whose connections break', (make) => {
  it('loses no message and answers each once', async ({ skip }) => {
    const { database, test } = await migrated(make);
    if (test.engine === 'sqlite') {
      await database.close();
      await test.drop();
      skip('SQLite has no connections to break');
    }
    const store = createTurnStore({ database, sealKey: 'ab'.repeat(32), writers: [createInsightWriter()] });
    const hub = createTranscriptHub();
    const runner = createTurnRunner({
      store,
      runTurn: toyTurn,
      release: aRelease,
      hub,
      workers: 8,
      clock: Date.now,
      log: { warn: () => undefined, error: () => undefined },
      leaseMs: 1000,
      pollMs: 50,
    });
    runner.start();
    const stop = breakConnections(test.address);
    const RESIDENTS = 8;
    const MESSAGES = 40;
    await Promise.all(
      Array.from({ length: RESIDENTS }, async (_, resident) => {
        let conversation: string | null = null;
        for (let number = 0; number < MESSAGES; number += 1) {
          const message: Inbound = anInbound({
            conversation,
            account: ZALO,
            person: `p${resident}`,
            dedupeKey: `m${number}`,
            text: `${number}`,
          });
          for (;;) {
            try {
              ({ conversation } = await receive({ store, hub, runner }, message));
              break;
            } catch {
              // Not acknowledged: the channel sends it again.
              await sleep(20);
            }
          }
        }
      }),
    );
    expect(await stop()).toBeGreaterThan(10);
    const pending = () =>
      database.db.selectFrom('inbox').select('id').where('status', '=', 'pending').limit(1).execute();
    while ((await pending()).length > 0) await sleep(50);
    await runner.stop();
    const conversations = await database.db.selectFrom('conversation').select(['id', 'state']).execute();
    expect(conversations).toHaveLength(RESIDENTS);
    for (const { id, state } of conversations) {
      expect(JSON.parse(state ?? 'null')).toEqual(
        Array.from({ length: MESSAGES }, (_, number) => `${number}`),
      );
      const rows = await store.activitiesAfter(id, 0, 1000);
      expect(rows.filter(({ kind }) => kind === 'out')).toHaveLength(MESSAGES);
      expect(rows.filter(({ kind }) => kind === 'in')).toHaveLength(MESSAGES);
    }
    await database.close();
    await test.drop();
  });
});
