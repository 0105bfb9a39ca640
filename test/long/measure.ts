import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { localDate } from '#root/clock.ts';
import { startPostgresServer } from '../support/postgres-server.ts';

/**
 * `npm run test:long`: the suite with full fault and fuzz counts, then every figure, one after the other,
 * written to docs/measurements/<date>.json. An hour or more; each part says how far it is.
 */
const root = join(import.meta.dirname, '../..');
const failed: string[] = [];

/** MEASURE_ONLY=1 leaves the suite out: the figures alone, in a few minutes. */
const tests = process.env['MEASURE_ONLY'] === '1' ? 'not run' : await suite();

const simulated = await run(
  'simulated residents',
  ['src/commands/simulate.ts', '--each', process.env['SIMULATE_EACH'] ?? '1', '--json'],
  {},
);
const evaluated = await run('understanding', ['src/commands/evaluate.ts'], {});

const postgres = await startPostgresServer();
const bench = ['src/commands/bench.ts', '--json', ...(postgres === null ? [] : ['--postgres', postgres.url])];
const measured = await run('turns, database on the disk', bench, {});
const inMemory =
  process.platform === 'linux'
    ? await run('turns, database in memory', ['src/commands/bench.ts', '--json', '--dir', '/dev/shm'], {})
    : '[]';
await postgres?.stop();

const day = localDate(Date.now());
const file = join(root, 'docs/measurements', `${day}.json`);
const result = {
  day,
  machine: {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
  tests,
  simulatedResidents: JSON.parse(simulated) as unknown,
  turns: { onDisk: JSON.parse(measured) as unknown, inMemory: JSON.parse(inMemory) as unknown },
  understanding: evaluated.trim().split('\n'),
  failed,
};
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
console.log(
  `\nWritten to ${file}${failed.length === 0 ? '' : `; short of their goals: ${failed.join(', ')}`}`,
);
process.exitCode = failed.includes('tests') ? 1 : 0;

/** All tests with full fault and fuzz counts. */
async function suite(): Promise<Record<string, unknown>> {
  const report = join(tmpdir(), 'long-tests.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await run(
    'tests',
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...reporters],
    {
      FAULT_ROUNDS: process.env['FAULT_ROUNDS'] ?? '60',
      FUZZ_RUNS: process.env['FUZZ_RUNS'] ?? '5000',
      LONG_TALK_ROUNDS: process.env['LONG_TALK_ROUNDS'] ?? '600',
    },
  );
  const counts: unknown = JSON.parse(readFileSync(report, 'utf8'));
  return countsOf(counts);
}

/** Runs a part, its progress on this terminal; gives back what it printed on standard output. */
function run(
  name: string,
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  console.log(`\n== ${name}`);
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (part: Buffer) => {
    printed += part.toString();
    process.stdout.write(part);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (code !== 0) failed.push(name);
      resolve(printed);
    });
  });
}

function countsOf(json: unknown): Record<string, unknown> {
  if (typeof json !== 'object' || json === null) return {};
  const counts = Object.entries(json).filter(([key]) => /^num(Passed|Failed|Pending)Tests$/.test(key));
  return Object.fromEntries(counts);
}
