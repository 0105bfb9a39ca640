import { useQuery } from '@tanstack/react-query';
import { Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { localDate } from '#root/clock.ts';
import type { Month } from '#insight/report/contract.ts';
import { call } from '../../api/call.ts';
import { useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { scopeName } from '../../shell/scopes.ts';
import { localDateText } from '../../shell/times.ts';
import { useHome } from '../../shell/use-home.ts';
import { reportWords as words } from '../../words/report.vi.ts';
import { monthCall } from './calls.ts';
import { count } from './numbers.ts';
import { wholeMonth } from './periods.ts';
import { Totals } from './totals.tsx';
import './report.css';

/** One page a month for the ward's leaders, to be printed. */
export function Component() {
  const scope = useScope();
  const { to } = useHome();
  const [search, setSearch] = useSearchParams();
  const [today] = useState(() => localDate(Date.now()));
  const named = search.get('thang') ?? '';
  const month = /^\d{4}-\d{2}$/.test(named) ? named : today.slice(0, 7);
  const asked = useQuery({
    queryKey: ['month', scope, month],
    queryFn: ({ signal }) => call(monthCall, { params: { scope }, query: { month }, signal }),
  });
  const { from, to: until } = wholeMonth(month);
  const shown = month.split('-').toReversed().join('/');
  return (
    <Page
      title={words.monthTitle(shown)}
      crumbs={[{ label: words.title, path: 'bao-cao' }]}
      intro={words.monthIntro}
      actions={
        <Button className="no-print" onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <div className="period no-print">
        <label className="labelled">
          <span>{words.choose}</span>
          <Input
            type="month"
            value={month}
            max={today.slice(0, 7)}
            onChange={({ target }) => setSearch({ thang: target.value }, { replace: true })}
          />
        </label>
      </div>
      <p className="only-print">
        <b>{scopeName(scope)}</b>
      </p>
      {asked.isPending ? <Skeleton active /> : null}
      {asked.isError ? <Problem error={asked.error} retry={asked.refetch} /> : null}
      {asked.data === undefined ? null : <Told month={asked.data} />}
      <p className="no-print">
        <Link to={to(`bao-cao?tu=${from}&den=${until}`)}>{words.fullReport}</Link>
      </p>
    </Page>
  );
}

function Told({ month: { report, worst, changes } }: { readonly month: Month }) {
  return (
    <>
      <Totals totals={report.totals} />
      <section aria-labelledby="worst">
        <h2 id="worst">{words.worst}</h2>
        <p className="soft">{words.worstNote}</p>
        {worst.length === 0 ? <p>{words.noWorst}</p> : null}
        <ol className="worst">
          {worst.map((step) => (
            <Worst key={`${step.procedure.id} ${step.step.id}`} step={step} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">{words.changes}</h2>
        {changes.length === 0 ? <p>{words.noChanges}</p> : <Changes changes={changes} />}
      </section>
    </>
  );
}

const signNames = ['stopped', 'stuck', 'confused', 'simpler', 'differs', 'handover'] as const;

function Worst({ step }: { readonly step: Month['worst'][number] }) {
  const parts = signNames
    .filter((name) => step[name] > 0)
    .map((name) => `${words.signNames[name]} ${count(step[name])}`);
  return (
    <li>
      <h3>
        {words.step(step.step.name)}, {step.procedure.name}
      </h3>
      <p>
        <b>{words.signs(count(step.signs))}</b> ({words.signsBefore(count(step.before))};{' '}
        {words.entered(count(step.entered))}): {parts.join(', ')}.
      </p>
      <p className="soft">{step.wordings.length === 0 ? words.notSaid : words.said}</p>
      {step.wordings.length === 0 ? null : (
        <ul>
          {step.wordings.map(({ text, count: times }) => (
            <li key={text}>
              “{text}” ({count(times)})
            </li>
          ))}
        </ul>
      )}
      <p className="soft">{step.changed.length === 0 ? words.notChanged : words.changed}</p>
      {step.changed.length === 0 ? null : <Changes changes={step.changed} />}
    </li>
  );
}

function Changes({ changes }: { readonly changes: Month['changes'] }) {
  return (
    <ul>
      {changes.map(({ title, note, day }) => (
        <li key={`${day} ${title} ${note}`}>
          {localDateText(day)}: {title}
          {note === '' ? '' : ` – ${note}`}
        </li>
      ))}
    </ul>
  );
}
