import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Database } from '#store/database.ts';
import { migrated, onEachEngine } from '../support/engines.ts';
import type { ChildOptions } from './child.ts';
import { startChild } from './process.ts';

/** FAULT_ROUNDS=200 npx vitest run --config test/vitest.config.ts test/faults: a long run. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 6);
const RESIDENTS = 6;

async function waitUntilDone(database: Database): Promise<void> {
  for (;;) {
    const left = await database.db
      .selectFrom('inbox')
      .select('id')
      .where('status', '=', 'pending')
      .limit(1)
      .execute();
    if (left.length === 0) return;
    await sleep(50);
  }
}

/** Each resident's words and the replies to them, as the transcript has them. */
async function transcripts(
  database: Database,
): Promise<ReadonlyMap<string, { heard: number[]; said: number[] }>> {
  const rows = await database.db
    .selectFrom('activity')
    .select(['conversation', 'kind', 'activity', 'at'])
    .orderBy('conversation')
    .orderBy('seq')
    .execute();
  const found = new Map<string, { heard: number[]; said: number[] }>();
  const lastAt = new Map<string, number>();
  for (const { conversation, kind, activity, at } of rows) {
    expect(at).toBeGreaterThan(lastAt.get(conversation) ?? 0);
    lastAt.set(conversation, at);
    const { text } = JSON.parse(activity) as { text: string };
    const of = found.get(conversation) ?? { heard: [], said: [] };
    found.set(conversation, of);
    if (kind === 'in') of.heard.push(Number(text));
    else of.said.push(Number(text.replace('echo: ', '')));
  }
  return found;
}

onEachEngine('a process killed in the middle of turns', (make) => {
  it(
    'loses nothing that was acknowledged, and applies nothing twice',
    async () => {
      const { database, test } = await migrated(make);
      // Of each resident, the first message that nobody has acknowledged: the channel sends it again.
      const next = Array.from({ length: RESIDENTS }, () => 0);
      const options = (mode: ChildOptions['mode'], turnMs: number): ChildOptions => ({
        engine: test.engine,
        address: test.address,
        mode,
        name: 'child',
        leaseMs: 300,
        turnMs,
        residents: RESIDENTS,
        from: next,
      });
      for (let round = 0; round < ROUNDS; round += 1) {
        const child = startChild(options('talk', round % 2 === 0 ? 1 : 8));
        await child.said('ack');
        await sleep(20 + Math.random() * 350);
        child.signal('SIGKILL');
        await child.ended;
        for (const line of child.lines) {
          const [word, resident, number] = line.split(' ');
          if (word === 'ack') next[Number(resident)] = Math.max(next[Number(resident)]!, Number(number) + 1);
        }
      }
      const last = startChild(options('work', 0));
      await waitUntilDone(database);
      last.signal('SIGKILL');
      await last.ended;

      const found = await transcripts(database);
      expect(found.size).toBe(RESIDENTS);
      const lengths: number[] = [];
      for (const { heard, said } of found.values()) {
        // 0, 1, 2, …: each once, in order, whatever was acknowledged or not.
        expect(heard).toEqual(heard.map((_, number) => number));
        expect(said).toEqual(heard);
        lengths.push(heard.length);
      }
      // A conversation may have one message more than was acknowledged: killed before it could be told.
      const acknowledged = next.toSorted((a, b) => a - b);
      for (const [place, length] of lengths.toSorted((a, b) => a - b).entries()) {
        expect(length).toBeGreaterThanOrEqual(acknowledged[place]!);
        expect(length).toBeLessThanOrEqual(acknowledged[place]! + 1);
      }
      const total = lengths.reduce((sum, length) => sum + length, 0);
      expect(total).toBeGreaterThan(ROUNDS * RESIDENTS);
      const counts = await database.db.selectFrom('daily_count').select('count').execute();
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      const outbox = await database.db.selectFrom('outbox').select('id').execute();
      expect(outbox).toHaveLength(total);
      await database.close();
      await test.drop();
    },
    60_000 + ROUNDS * 2000,
  );
});
