import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createInsightWriter } from '#insight/repository.ts';
import { openPostgres, openSqlite } from '#store/database.ts';
import { createTranscriptHub } from '#turns/hub.ts';
import type { RunTurn } from '#turns/ports.ts';
import { receive } from '#turns/receive.ts';
import { createTurnStore } from '#turns/repository.ts';
import { createTurnRunner } from '#turns/runner.ts';
import { anInbound, aRelease, toyTurn, ZALO } from '../turns/toys.ts';

/**
 * A process to be killed or frozen. It says what it does in lines that are written before anything else happens,
 * so what the parent has read is what a channel would have been told.
 *
 *   talk   accepts messages of several residents and answers them, until it is killed
 *   work   answers what waits; each turn takes `turnMs`
 */
export interface ChildOptions {
  readonly engine: 'sqlite' | 'postgres';
  readonly address: string;
  readonly mode: 'talk' | 'work';
  readonly name: string;
  readonly leaseMs: number;
  readonly turnMs: number;
  readonly residents: number;
  /** Of each resident, the number of her first message: those before it are acknowledged. */
  readonly from: readonly number[];
}

// The parent is a test of ours: it sends a ChildOptions.
const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

const database = options.engine === 'sqlite' ? openSqlite(options.address) : openPostgres(options.address, 4);
const store = createTurnStore({ database, sealKey: 'ab'.repeat(32), writers: [createInsightWriter()] });

const runTurn: RunTurn = async (work, release, now) => {
  say('turn', work.message.inboxId);
  await sleep(Math.random() * 2 * options.turnMs);
  const { decision, transcript } = await toyTurn(work, release, now);
  const [reply] = transcript;
  return {
    decision,
    transcript: reply === undefined ? [] : [{ ...reply, id: `${options.name}-${reply.id}` }],
  };
};

const hub = createTranscriptHub();
const runner = createTurnRunner({
  store,
  runTurn,
  release: aRelease,
  hub,
  workers: 8,
  clock: Date.now,
  log: {
    warn: (fields, text) => say('warn', text, JSON.stringify(fields)),
    error: (fields, text) => say('error', text, JSON.stringify(fields)),
  },
  leaseMs: options.leaseMs,
  pollMs: 50,
});
runner.start();
say('ready');

async function talk(resident: number): Promise<void> {
  // Known after the first message, as a page's token tells it; with a free worker storing is leasing then.
  let conversation: string | null = null;
  for (let number = options.from[resident] ?? 0; ; number += 1) {
    const message = anInbound({
      account: ZALO,
      person: `resident-${resident}`,
      conversation: resident % 2 === 0 ? conversation : null,
      dedupeKey: `m${number}`,
      text: String(number),
    });
    // Channels repeat themselves, also at once.
    const [accepted] = await Promise.all([
      receive({ store, hub, runner }, message),
      ...(number % 3 === 0 ? [receive({ store, hub, runner }, message)] : []),
    ]);
    ({ conversation } = accepted);
    say('ack', resident, number);
    if (number % 4 === 0) await sleep(Math.random() * 10);
  }
}

if (options.mode === 'talk') {
  await Promise.all(Array.from({ length: options.residents }, (_, resident) => talk(resident)));
}
