import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDate } from '#root/clock.ts';
import { compileKnowledge } from '#knowledge/compile.ts';
import { openRelease } from '#knowledge/release.ts';
import { openSqlite } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { liveMonth } from './demo-month/live-month.ts';

/**
 * `node src/commands/demo-month.ts --to FOLDER [--days 61] [--residents 12] [--seed 1]`: fills a new database with what
 * made-up residents leave behind in the days up to today, so that the report can be looked at:
 * `DATA_DIR=FOLDER npm start`. A database that has conversations is refused.
 */
const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    days: { type: 'string', default: '61' },
    residents: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.to === undefined) throw new Error('--to FOLDER');

const compiled = compileKnowledge(join(import.meta.dirname, '../../data'));
if (!('release' in compiled)) throw new Error('the knowledge has faults: npm run check:knowledge');
const release = openRelease(compiled.release);

const database = openSqlite(join(values.to, 'data.sqlite'));
await migrate(database);
const known = await database.db.selectFrom('conversation').select('id').limit(1).execute();
if (known.length > 0) throw new Error('this database has conversations; name a new folder');

const days = Number(values.days);
const from = Date.parse(`${localDate(Date.now() - (days - 1) * 24 * 3_600_000)}T00:00:00+07:00`);
const turns = await liveMonth({
  database,
  release,
  from,
  days,
  residents: Number(values.residents),
  seed: Number(values.seed),
  units: [...release.units.values()].filter(({ served }) => served).map(({ code }) => code),
  say: (count) => void process.stderr.write(`\r${String(count)} turns`),
});
await database.close();
console.log(`\n${String(turns)} turns of ${String(days)} days in ${values.to}`);
