// npm run knowledge:overrides [-- --unit 25326] [data folder]
// What units say differently from the shared base, fact by fact.
import { parseArgs } from 'node:util';
import { lockDifference, lockLines } from '#knowledge/lock.ts';
import { readKnowledge } from './support/knowledge.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { unit: { type: 'string' } } });
const release = readKnowledge(positionals[0] ?? 'data');
const lines = lockLines(release).filter(({ procedure }) => procedure !== '*');

const own = release.procedures.filter(
  ({ scope }) => scope !== 'base' && (values.unit === undefined || scope === values.unit),
);
for (const [scope, entries] of Map.groupBy(own, (procedure) => procedure.scope)) {
  const unit = release.units.units.find(({ code }) => code === scope);
  console.log(
    `${scope} ${unit === undefined ? '' : `${unit.type} ${unit.name}`} (${entries.length} entries)`,
  );
  for (const { id } of entries) {
    const of = (wanted: string) =>
      lines
        .filter((line) => line.procedure === id && line.scope === wanted)
        .map((line) => Object.assign({}, line, { scope: 'base' }));
    const base = of('base');
    const differences = lockDifference(base, of(scope));
    if (base.length === 0) console.log(`  ${id}: only this unit has it`);
    else for (const difference of differences) console.log(`  ${difference}`);
    if (differences.length === 0) console.log(`  ${id}: says what the base says`);
  }
}
for (const { code, type, name, contacts } of release.units.units) {
  const told = contacts.filter(({ status }) => status === 'verified');
  if (contacts.length === 0 || (values.unit !== undefined && code !== values.unit)) continue;
  console.log(`${code} ${type} ${name}: ${told.length} of ${contacts.length} contacts verified and told`);
}
console.log(`${own.length} entries of units over ${release.procedures.length - own.length} shared entries`);
