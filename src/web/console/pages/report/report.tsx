import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Select, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { units } from 'virtual:units';
import { tablesOf } from '#insight/report/tables.ts';
import { addressOf, call } from '../../api/call.ts';
import { useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { localDateText } from '../../shell/times.ts';
import { useHome } from '../../shell/use-home.ts';
import { reportWords as words } from '../../words/report.vi.ts';
import { FILE_PATH, reportCall } from './calls.ts';
import { chartOf } from './charts.ts';
import { Figure } from './figure.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { periodOf, type Period } from './periods.ts';
import { Totals } from './totals.tsx';
import './report.css';

/** What residents asked, where they stopped and what helped. */
export function Component() {
  const scope = useScope();
  const { to } = useHome();
  const [now] = useState(() => Date.now());
  const [search, setSearch] = useSearchParams();
  const usual = periodOf('month', now);
  const period: Period = { from: search.get('tu') ?? usual.from, to: search.get('den') ?? usual.to };
  const asked = useQuery({
    queryKey: ['report', scope, period.from, period.to],
    queryFn: ({ signal }) => call(reportCall, { params: { scope }, query: { ...period }, signal }),
  });
  const report = asked.data;
  const tables = useMemo(() => (report === undefined ? [] : tablesOf(report, unitName)), [report]);
  const fileOf = (format: 'xlsx' | 'csv', table?: string): string =>
    addressOf(FILE_PATH, { params: { scope }, query: { ...period, format, table } });
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        <Link className="no-print" to={to(`bao-cao/thang?thang=${period.to.slice(0, 7)}`)}>
          {words.month}
        </Link>
      }
    >
      <PeriodChoice
        period={period}
        now={now}
        onChange={(chosen) => setSearch({ tu: chosen.from, den: chosen.to }, { replace: true })}
      />
      {asked.isPending ? <Skeleton active /> : null}
      {asked.isError ? <Problem error={asked.error} retry={asked.refetch} /> : null}
      {report === undefined ? null : (
        <>
          <p>
            <b>
              {localDateText(report.period.from)} – {localDateText(report.period.to)}.
            </b>{' '}
            {words.against(localDateText(report.before.from), localDateText(report.before.to))}
          </p>
          <Flex wrap gap={8} className="no-print files">
            <Button href={fileOf('xlsx')} download>
              {words.excel}
            </Button>
            <Select
              aria-label={words.files}
              placeholder="CSV"
              value={null}
              className="csv-choice"
              options={tables.map(({ id, name }) => ({ value: id, label: words.csv(name) }))}
              onChange={(id: string | null) => {
                if (id !== null) window.location.assign(fileOf('csv', id));
              }}
            />
            <Button onClick={() => window.print()}>{words.print}</Button>
          </Flex>
          {report.totals.questions.now === 0 ? <Alert type="info" showIcon title={words.empty} /> : null}
          <Totals totals={report.totals} />
          <div className="figures">
            {tables
              .filter(({ id }) => id !== 'tong' && (id !== 'don-vi' || scope === 'base'))
              .map((table) => {
                const chart = chartOf(table, report);
                return (
                  <Figure
                    key={table.id}
                    table={table}
                    note={noteOf(table.id)}
                    className={wide.has(table.id) ? 'wide' : ''}
                    {...(chart === undefined ? {} : { chart })}
                  />
                );
              })}
          </div>
        </>
      )}
    </Page>
  );
}

const wide: ReadonlySet<string> = new Set(['ngay', 'chu-de', 'thu-tuc', 'buoc', 'su-co']);

const notes: Readonly<Record<string, string>> = words.notes;
const noteOf = (id: string): string => notes[id] ?? '';

const unitNames = new Map(units.map(({ code, name, type }) => [code, `${type} ${name}`]));
const unitName = (code: string): string => unitNames.get(code) ?? code;
