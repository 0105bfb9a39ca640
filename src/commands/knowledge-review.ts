// npm run knowledge:review [-- --date YYYY-MM-DD] [--soon] [--all]
// What is past its review date and therefore told as weaker, by group and with the reason; and what only a ward can
// tell: fees without an amount, papers whose condition is left to an officer. `--soon` adds what falls due in 30 days,
// `--all` names every fee and paper. Fails never: it is a list of things to do.
import { parseArgs } from 'node:util';
import { addDays } from '#knowledge/dates.ts';
import { amountsKnown, askedOfStaff, dueForReview } from '#knowledge/review.ts';
import { dateSchema } from '#knowledge/schema/ids.ts';
import { localDate } from '#root/clock.ts';
import { readKnowledge } from './support/knowledge.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: 'string' }, soon: { type: 'boolean' }, all: { type: 'boolean' } },
});
const date = dateSchema.parse(values.date ?? localDate(Date.now()));
const release = readKnowledge(positionals[0] ?? 'data');

const due = dueForReview(release, values.soon === true ? addDays(date, 30) : date);
for (const [group, entries] of due) {
  console.log(`${group} (${entries.length})`);
  for (const { id, name, asOf, review, why } of entries) {
    const when = review < date ? 'due since' : 'falls due after';
    console.log(`  ${id}: ${name}; looked at ${asOf}, ${when} ${review}`);
    for (const reason of why) console.log(`    ${reason}`);
  }
}
const count = [...due.values()].reduce((sum, entries) => sum + entries.length, 0);
console.log(`${count} entries to look at again on ${date}`);

const { all, some, none } = amountsKnown(release, date);
const total = all.length + some.length + none.length;
console.log(
  `"How much" answered with a number: ${all.length} of ${total} procedures in every case (${percent(all.length)}), ` +
    `${some.length} in some cases, ${none.length} in none`,
);
if (values.all === true) for (const id of [...some, ...none]) console.log(`  ${id}`);

const asked = askedOfStaff(release);
const papers = release.procedures.reduce(
  (sum, { scope, documents }) => sum + (scope === 'base' ? documents.length : 0),
  0,
);
console.log(`Papers left to an officer (ask-staff): ${asked.length} of ${papers}`);
if (values.all === true) for (const paper of asked) console.log(`  ${paper}`);

function percent(part: number): string {
  return `${Math.round((part / Math.max(total, 1)) * 100)} %`;
}
