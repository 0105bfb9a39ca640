import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInsightWriter } from '#insight/repository.ts';
import { openPostgres, openSqlite, type Database } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { createTranscriptHub } from '#turns/hub.ts';
import { createTurnStore } from '#turns/repository.ts';
import { createTurnRunner } from '#turns/runner.ts';
import { anInbound, aRelease, toyTurn } from '../turns/toys.ts';

/**
 * Turns per second, accept -> take -> commit with a toy turn, every accepted message and every commit on the disk.
 *
 *   npx node test/benchmarks/turns.ts                              SQLite, synchronous=FULL
 *   DATABASE_URL=postgres://… npx node test/benchmarks/turns.ts    PostgreSQL too
 */
const CONCURRENCY = 64;
const SECONDS = Number(process.env['SECONDS'] ?? 5);

async function measure(database: Database): Promise<void> {
  await migrate(database);
  const store = createTurnStore({ database, sealKey: 'ab'.repeat(32), writers: [createInsightWriter()] });
  const hub = createTranscriptHub();
  const runner = createTurnRunner({
    store,
    runTurn: toyTurn,
    release: aRelease,
    hub,
    workers: CONCURRENCY,
    clock: Date.now,
    log: { warn: () => undefined, error: console.error },
  });
  runner.start();
  const run = `${process.pid}-${Date.now()}`;
  const latencies: number[] = [];
  let worstPause = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    worstPause = Math.max(worstPause, now - last - 5);
    last = now;
  }, 5);

  async function resident(number: number, until: number): Promise<void> {
    const account = { channel: 'portal', id: 'city', homeUnit: null } as const;
    const conversation = `${run}-${number}`;
    await store.openConversation({ id: conversation, account, person: conversation, at: Date.now() });
    for (let said = 0; performance.now() < until; said += 1) {
      const began = performance.now();
      const answered = new Promise<void>((resolve) => {
        const stop = hub.subscribe(conversation, (rows) => {
          if (rows.every((row) => row.kind !== 'out')) return;
          stop();
          resolve();
        });
      });
      await store.accept(anInbound({ account, person: conversation, conversation, dedupeKey: `m${said}` }));
      runner.poke(conversation);
      await answered;
      latencies.push(performance.now() - began);
    }
  }

  const everyone = (seconds: number, first: number): Promise<void[]> => {
    const until = performance.now() + seconds * 1000;
    return Promise.all(Array.from({ length: CONCURRENCY }, (_, n) => resident(first + n, until)));
  };
  await everyone(1, 0);
  latencies.length = 0;
  worstPause = 0;
  const began = performance.now();
  const cpu = process.cpuUsage();
  await everyone(SECONDS, CONCURRENCY);
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  clearInterval(watch);
  await runner.stop();
  await database.close();

  latencies.sort((a, b) => a - b);
  const at = (share: number): string => (latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1);
  const rate = Math.round(latencies.length / seconds);
  const busy = ((used.user + used.system) / 1e6 / seconds).toFixed(2);
  console.log(
    `${database.engine}: ${rate} turns/s, concurrency ${CONCURRENCY}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ` +
      `event loop held ${worstPause.toFixed(1)} ms at most, ${busy} cores`,
  );
}

const home = mkdtempSync(join(tmpdir(), 'bench-turns-'));
await measure(openSqlite(join(home, 'data.sqlite')));
rmSync(home, { recursive: true, force: true });
const url = process.env['DATABASE_URL'];
if (url !== undefined && url !== '') await measure(openPostgres(url));
