// npm run audit:check
// Walks the audit log from its first line: each line must be as it was written and follow the one before. Prints how
// many lines there are and the mark of the last one; noted somewhere else, a later run shows with `-- --seen NUMBER:MARK`
// that nothing up to there was cut off either. Fails where something is broken.
import { parseArgs } from 'node:util';
import { withStaff } from './support/staff.ts';

/** `base`: of every unit. */
const everything = {
  scope: 'base',
  officer: null,
  action: null,
  subject: null,
  from: null,
  to: null,
  limit: 1,
};

const { values } = parseArgs({ options: { seen: { type: 'string' } } });

await withStaff(async ({ audit }) => {
  const { lines, last, broken } = await audit.check();
  if (broken !== null) {
    console.error(`Broken at line ${String(broken)}: it was changed, or a line before it is missing`);
    process.exitCode = 1;
    return;
  }
  console.log(`${String(lines)} lines, unbroken. Mark of the last: ${String(lines)}:${last}`);
  if (values.seen === undefined) return;
  const [number = '', mark = ''] = values.seen.split(':');
  const [line] = await audit.find({ ...everything, before: Number(number) + 1 });
  if (line?.seq === Number(number) && line.hash === mark) {
    console.log(`Line ${number} stands as it was noted`);
    return;
  }
  console.error(`Line ${number} is not the one that was noted`);
  process.exitCode = 1;
});
