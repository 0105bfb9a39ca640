import { localDate } from '#root/clock.ts';
import type { Month } from './contract.ts';
import { signsOf } from './figures.ts';
import type { Report } from './contract.ts';
import type { PublishedChange } from './repository.ts';
import { wordingsAlike } from '../alike.ts';
import type { LoggedQuestion } from '../question.ts';

const WORST = 10;
const WORDINGS = 3;

/** The page for the ward's leaders: where residents are lost most, in whose words, and what was done about it. */
export async function monthOf(
  report: Report,
  before: Report,
  asked: readonly LoggedQuestion[],
  published: readonly PublishedChange[],
): Promise<Month> {
  const worst = report.steps
    .map((step) => ({ step, signs: signsOf(step) }))
    .filter(({ signs }) => signs > 0)
    .toSorted((a, b) => b.signs - a.signs)
    .slice(0, WORST);
  return {
    report,
    worst: await Promise.all(
      worst.map(async ({ step, signs }) => {
        const id = step.procedure.id;
        const then = before.steps.find((one) => one.procedure.id === id && one.step.id === step.step.id);
        return Object.assign({}, step, {
          signs,
          before: then === undefined ? 0 : signsOf(then),
          wordings: [
            ...(await wordingsAlike(
              asked.filter((question) => isLost(question, id)),
              WORDINGS,
            )),
          ],
          changed: published.filter(({ kind, id: entry }) => touches(kind, entry, id)).map(changeOf),
        });
      }),
    ),
    changes: published.map(changeOf),
  };
}

/** What was written about a procedure by somebody who got no further. */
const isLost = ({ topic, aspect, outcome }: LoggedQuestion, procedure: string): boolean =>
  topic === procedure &&
  (outcome === 'unclear' || outcome === 'clarify' || aspect === 'loi-su-co' || aspect === 'cach-nop-online');

/** The general flow and its drawings are every procedure's. */
const touches = (kind: string, entry: string, procedure: string): boolean =>
  (kind === 'procedure' && entry === procedure) || kind === 'flow' || kind === 'schematic';

const changeOf = ({ title, note, at }: PublishedChange): Month['changes'][number] => ({
  title,
  note,
  day: localDate(at),
});
