import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from '../build/build.ts';
import { loadEcho, loadTurns } from './bench/portal-load.ts';
import { median, type Figures } from './bench/timings.ts';
import { unlimited } from './support/unlimited.ts';

/**
 * `npm run bench [-- --residents 64 --seconds 5 --rounds 3 --postgres postgres://… --dir /dev/shm --json]`:
 * full turns on the portal beside an echo bot and a bare echo on the same server, alternating in one run;
 * compare the ratio, not the rates. The load runs on the same machine.
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '64' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    postgres: { type: 'string' },
    /** Where the database lies: a folder in memory tells the disk's share. */
    dir: { type: 'string', default: tmpdir() },
    json: { type: 'boolean', default: false },
  },
});

/** What a phase came to, and what it cost the server and the load itself: CPU, all threads, ms an operation. */
interface Measured extends Figures {
  readonly cpuMs: number;
  readonly loadCpuMs: number;
}

interface Result {
  readonly engine: string;
  readonly readyMs: number;
  readonly restMb: number;
  readonly loadedMb: number;
  readonly turns: Measured;
  readonly bot: Measured;
  readonly echo: Measured;
  /** Medians over the rounds of turns/s by the echo bot's, and by the bare echo's. */
  readonly ofBot: number;
  readonly ofEcho: number;
}

interface Round {
  readonly echo: Measured;
  readonly bot: Measured;
  readonly turns: Measured;
}

await build({ pages: true, say: (line) => console.error(line) });
const results = [await measure('SQLite, FULL', {})];
if (values.postgres !== undefined) {
  results.push(await measure('PostgreSQL', { DATABASE_URL: values.postgres, SEAL_KEY: '0'.repeat(64) }));
}
if (values.json) console.log(JSON.stringify(results, null, 2));
else for (const result of results) print(result);

async function measure(engine: string, settings: Record<string, string>): Promise<Result> {
  const dataDir = mkdtempSync(join(values.dir, 'bench-'));
  const { child, port, readyMs } = await startServer({ ...settings, DATA_DIR: dataDir });
  try {
    await sleep(3000);
    const restMb = memoryOf(child);
    const residents = Number(values.residents);
    // Both once unmeasured: code that runs for the first time is another program.
    const seconds = Number(values.seconds);
    const echo = (s: number) =>
      measured(child, () => loadEcho('bare echo', '/bench/echo', port, residents, s));
    const bot = (s: number) => measured(child, () => loadEcho('echo bot', '/bench/bot', port, residents, s));
    const turns = (s: number) => measured(child, () => loadTurns(port, residents, s));
    await echo(2);
    await bot(2);
    await turns(3);
    const rounds: Round[] = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      rounds.push({
        echo: await echo(seconds),
        bot: await bot(seconds),
        turns: await turns(seconds),
      });
    }
    const middle = (pick: (round: Round) => Measured): Measured => {
      const sorted = rounds.map(pick).toSorted((a, b) => a.perSecond - b.perSecond);
      const figures = sorted[Math.floor(sorted.length / 2)];
      if (figures === undefined) throw new Error('no rounds');
      return figures;
    };
    return {
      engine,
      readyMs,
      restMb,
      loadedMb: memoryOf(child),
      turns: middle((round) => round.turns),
      bot: middle((round) => round.bot),
      echo: middle((round) => round.echo),
      ofBot: median(rounds.map((round) => round.turns.perSecond / round.bot.perSecond)),
      ofEcho: median(rounds.map((round) => round.turns.perSecond / round.echo.perSecond)),
    };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startServer(
  settings: Record<string, string>,
): Promise<{ child: ChildProcess; port: number; readyMs: number }> {
  const command = join(import.meta.dirname, 'bench/server.ts');
  const child = spawn(process.execPath, [command, JSON.stringify({ ...unlimited, ...settings })], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // As the server itself starts: src/main.ts.
    env: { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '../../.build/compiled') },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    // The server also says things to its operator.
    const [port, readyMs] = /^\d+ \d+$/.test(line) ? line.split(' ').map(Number) : [];
    if (port !== undefined && readyMs !== undefined) return { child, port, readyMs };
  }
  throw new Error('the server did not start');
}

/** A rate tells as much of the machine's other work as of ours; CPU an operation tells less of it. */
async function measured(child: ChildProcess, load: () => Promise<Figures>): Promise<Measured> {
  const [server, own] = [cpuOf(child), process.cpuUsage()];
  const found = await load();
  const { user, system } = process.cpuUsage(own);
  return {
    ...found,
    cpuMs: round((cpuOf(child) - server) / found.count),
    loadCpuMs: round((user + system) / 1000 / found.count),
  };
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

/** CPU time of another process with all its threads, ms; Linux tells it, in hundredths of a second. */
function cpuOf(child: ChildProcess): number {
  try {
    const [, fields = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
    const [user, system] = fields.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return Number.NaN;
  }
}

/** Resident memory of another process, MB; Linux tells it. */
function memoryOf(child: ChildProcess): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1000);
  } catch {
    return Number.NaN;
  }
}

function print(result: Result): void {
  console.log(`\n${result.engine}`);
  for (const figures of [result.echo, result.bot, result.turns]) {
    console.log(
      `  ${figures.name.padEnd(12)} ${String(figures.perSecond).padStart(6)}/s   p50 ${figures.p50} ms   p99 ${figures.p99} ms   CPU ${figures.cpuMs} ms each (the load's own ${figures.loadCpuMs})`,
    );
  }
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
  console.log(
    `  ratio        ${percent(result.ofBot)} of the echo bot, ${percent(result.ofEcho)} of the bare echo (goal 50 %, at least 40 %)`,
  );
  console.log(`  ready after  ${result.readyMs} ms (goal 2000)`);
  console.log(`  memory       ${result.restMb} MB at rest (goal 250), ${result.loadedMb} MB after the load`);
}
