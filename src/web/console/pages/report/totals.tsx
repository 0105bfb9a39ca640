import { totalNames, type Report, type TotalName } from '#insight/report/contract.ts';
import { words as names } from '#insight/report/words.vi.ts';
import { reportWords as words } from '../../words/report.vi.ts';
import { count, percent } from './numbers.ts';

/** The figures in short, each with what it was before. */
export function Totals({ totals }: { readonly totals: Report['totals'] }) {
  return (
    <dl className="totals">
      {totalNames.map((name) => {
        const { now, before } = totals[name];
        const part = partOf(name, totals);
        return (
          <div key={name}>
            <dt>{names.totals[name]}</dt>
            <dd className="big">{count(now)}</dd>
            {part === null ? null : <dd>{part}</dd>}
            <dd className="soft">{change(now, before)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

const ofQuestions: ReadonlySet<TotalName> = new Set(['answered', 'clarified', 'unclear', 'handover']);

function partOf(name: TotalName, totals: Report['totals']): string | null {
  if (ofQuestions.has(name)) {
    const share = percent(totals[name].now, totals.questions.now);
    return share === null ? null : words.share(share);
  }
  const share = name === 'finished' ? percent(totals.finished.now, totals.begun.now) : null;
  return share === null ? null : words.ofBegun(share);
}

function change(now: number, before: number): string {
  const was = words.before(count(before));
  if (now === before) return words.same;
  const by = percent(Math.abs(now - before), before);
  if (by === null) return was;
  return `${now > before ? words.more(by) : words.less(by)}, ${was}`;
}
