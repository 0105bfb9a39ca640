import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CompiledRelease } from '#knowledge/release.ts';
import { readWords } from '../build/read-words.ts';
import { personas } from './simulate/personas.ts';
import { PortalClient } from './support/portal-client.ts';
import { chanceFrom } from './simulate/random.ts';
import { printReport } from './simulate/report.ts';
import { walk, type Walk } from './simulate/resident.ts';
import { withServer } from './support/temporary-server.ts';
import { supportFrom } from './simulate/supported.ts';
import { readSimulateWords } from './simulate/words.ts';

/**
 * `npm run simulate [-- --seed 1 --each 10 --procedure dang-ky-khai-sinh --show]`: simulated residents walk every
 * procedure over Direct Line. Exits with 1 when fewer than 95 % reach the code or anything unsupported was said.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '10' },
    procedure: { type: 'string' },
    show: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const words = readSimulateWords(join(import.meta.dirname, '../../data/evaluation/simulated-residents.yaml'));
const walks = await withServer((server) => simulate(server.url, server.release));
const good = printReport(walks, { json: values.json, show: values.show });
process.exitCode = good ? 0 : 1;

async function simulate(url: string, release: CompiledRelease): Promise<readonly Walk[]> {
  const { national } = readWords(join(import.meta.dirname, '../../data'));
  const support = supportFrom(
    release,
    national.map(({ name }) => name),
  );
  const procedures = release.procedures.filter(
    (entry) => entry.scope === 'base' && (values.procedure === undefined || entry.id === values.procedure),
  );
  const jobs = procedures.flatMap((procedure) =>
    personas.flatMap((persona) =>
      Array.from({ length: Number(values.each) }, (_, index) => ({ procedure, persona, index })),
    ),
  );
  const walks: Walk[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) {
      const seed = hash(`${values.seed}/${job.procedure.id}/${job.persona.id}/${job.index}`);
      const client = new PortalClient(url);
      walks.push(await walk(client, job.procedure, release, job.persona, chanceFrom(seed), words, support));
      if (process.stderr.isTTY) process.stderr.write(`\r${walks.length}/${jobs.length}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  if (process.stderr.isTTY) process.stderr.write('\r');
  return walks;
}

/** FNV-1a, so that each resident has her own seed whatever the order they run in. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
