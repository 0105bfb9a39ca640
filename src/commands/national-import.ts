/**
 * `npm run national:import -- export.jsonl --as-of 2026-07-18`
 *
 * Takes an export of the national list (JSON lines with `code`, `name`, `executing`, `authority`) into
 * data/national/list.jsonl, says what is new and gone, and names bodies that data/bodies.yaml does not know.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { bodySchema } from '#knowledge/schema/body.ts';
import { openBodies } from '#understanding/national/bodies.ts';
import { readNational, writeNational, type NationalLine } from '#understanding/national/line.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'as-of': { type: 'string' },
    data: { type: 'string', default: new URL('../../data', import.meta.url).pathname },
  },
});
const [file] = positionals;
const asOf = values['as-of'];
if (file === undefined || asOf === undefined) {
  console.error('usage: npm run national:import -- <export.jsonl> --as-of <YYYY-MM-DD>');
  process.exit(1);
}

const said = z.string().trim().min(1).nullish().catch(null);
const exported = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  executing: said,
  authority: said,
});
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): NationalLine => {
    const { code, name, executing, authority } = exported.parse(JSON.parse(line));
    return { code, name: name.trim(), executing: executing ?? null, authority: authority ?? null };
  });

const target = join(values.data, 'national', 'list.jsonl');
const before = existsSync(target) ? readNational(readFileSync(target, 'utf8')).lines : [];
writeFileSync(target, writeNational({ asOf, lines }));

const notIn = (some: readonly NationalLine[], others: readonly NationalLine[]): number => {
  const codes = new Set(others.map(({ code }) => code));
  return some.filter(({ code }) => !codes.has(code)).length;
};
console.log(`${lines.length} procedures, ${notIn(lines, before)} new, ${notIn(before, lines)} gone`);
const bodies = openBodies(
  z.array(bodySchema).parse(parse(readFileSync(join(values.data, 'bodies.yaml'), 'utf8'))),
);
const unread = new Set(
  lines.flatMap(({ executing, authority }) =>
    [executing, authority].filter((body) => body !== null && bodies.levelOf(body) === null),
  ),
);
for (const body of unread) console.log(`not in data/bodies.yaml, so nothing is concluded from it: ${body}`);
