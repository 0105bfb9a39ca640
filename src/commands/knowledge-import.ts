// npm run knowledge:import -- <files or folders> [--as-of YYYY-MM-DD] [--accept <procedure>.<field>]… [--seen] [--quiet]
// Reads records of the national portal (its text export and its structured pages), matches them with our entries by code
// or name, and shows field by field where they differ. What changed officially since the export that was last looked at
// (data/imports.jsonl) stands first. Nothing is written but what is accepted: `--accept dang-ky-tam-tru.time` takes a
// field over, `--seen` notes these records as looked at.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readJsonLines } from '#knowledge/lock-file.ts';
import { accept, acceptable } from '#knowledge/portal/accept.ts';
import { compareRecord } from '#knowledge/portal/compare.ts';
import { readJsonRecord } from '#knowledge/portal/json-record.ts';
import { entriesOf } from '#knowledge/portal/match.ts';
import type { PortalRecord } from '#knowledge/portal/record.ts';
import { readTextRecord } from '#knowledge/portal/text-record.ts';
import { changesSince, seen, seenRecordSchema, type SeenRecord } from '#knowledge/portal/watch.ts';
import { dateSchema } from '#knowledge/schema/ids.ts';
import { localDate } from '#root/clock.ts';
import { parseJson } from '#root/json.ts';
import { readKnowledge } from './support/knowledge.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'as-of': { type: 'string' },
    accept: { type: 'string', multiple: true, default: [] },
    seen: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    data: { type: 'string', default: 'data' },
  },
});
if (positionals.length === 0) {
  console.error(
    'usage: npm run knowledge:import -- <files or folders> [--as-of YYYY-MM-DD] [--accept procedure.field]',
  );
  process.exit(1);
}
const asOf = dateSchema.parse(values['as-of'] ?? localDate(Date.now()));
const importsFile = join(values.data, 'imports.jsonl');
const { procedures } = readKnowledge(values.data);
const last = new Map(
  (existsSync(importsFile) ? readJsonLines(importsFile, seenRecordSchema) : []).map((line) => [
    line.procedure,
    line,
  ]),
);
const wanted = new Set(values.accept);
const fresh: SeenRecord[] = [];
const count = { records: 0, matched: 0, differ: 0, changed: 0, written: 0 };

const files = positionals.flatMap(filesIn);
for (const [i, file] of files.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${i + 1}/${files.length} ${file.slice(-40)} `);
  const format = file.endsWith('.json') ? 'json' : 'text';
  const record = read(file, format);
  if (record === null) {
    console.log(`${file}: no record of the portal, left out`);
    continue;
  }
  count.records += 1;
  for (const procedure of entriesOf(record, procedures)) {
    count.matched += 1;
    const now = seen(procedure.id, record, asOf, format);
    const before = last.get(procedure.id);
    const changes = before === undefined || before.code !== now.code ? [] : changesSince(before, now);
    const differences = compareRecord(procedure, record);
    if (changes.length > 0) count.changed += 1;
    if (differences.length > 0) count.differ += 1;
    if (changes.length > 0 || (differences.length > 0 && !values.quiet)) {
      console.log(`${procedure.id} (${record.code}, ${record.decision ?? 'no decision'})`);
      for (const change of changes) console.log(`  changed since ${before?.asOf ?? ''}: ${change}`);
      if (!values.quiet)
        for (const { field, kind, words } of differences) console.log(`  ${field} ${kind}: ${words}`);
    }
    for (const field of acceptable)
      if (wanted.delete(`${procedure.id}.${field}`)) take(procedure.id, field, record);
    fresh.push(now);
  }
}

for (const left of wanted)
  console.log(
    `${left}: not taken over; it is matched by no record, or is no field of ${acceptable.join(', ')}: write it by hand`,
  );
if (values.seen) {
  const lines = new Map([...last, ...fresh.map((line): [string, SeenRecord] => [line.procedure, line])]);
  const sorted = [...lines.values()].toSorted((a, b) => (a.procedure < b.procedure ? -1 : 1));
  writeFileSync(importsFile, sorted.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
console.log(
  `${count.records} records, ${count.matched} entries matched, ${count.differ} differ, ` +
    `${count.changed} changed officially, ${count.written} fields written`,
);
if (count.written > 0)
  console.log('Now look at the diff and run npm run knowledge:check and npm run knowledge:lock');

function take(id: string, field: (typeof acceptable)[number], from: PortalRecord): void {
  const path = join(values.data, 'procedures', `${id}.yaml`);
  try {
    writeFileSync(path, accept(readFileSync(path, 'utf8'), field, from, asOf));
    count.written += 1;
    console.log(`  ${field}: written to ${path}`);
  } catch (cause) {
    console.log(`  ${field}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function read(file: string, format: SeenRecord['format']): PortalRecord | null {
  const text = readFileSync(file, 'utf8');
  if (format === 'text') return readTextRecord(text);
  try {
    return readJsonRecord(parseJson(text));
  } catch {
    return null;
  }
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.(?:json|txt)$/.test(name))
    .toSorted()
    .map((name) => join(path, name));
}
