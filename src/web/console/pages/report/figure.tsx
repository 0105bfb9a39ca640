import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useId, useState } from 'react';
import type { ReportTable } from '#insight/report/tables.ts';
import { reportWords as words } from '../../words/report.vi.ts';
import type { ChartSpec } from './chart-spec.ts';
import { count } from './numbers.ts';

const EChart = lazy(() => import('./echart.tsx'));
const MOST_ROWS = 30;

export interface FigureProps {
  readonly table: ReportTable;
  readonly note: string;
  /** Absent: the table says it best, and stands open. */
  readonly chart?: ChartSpec;
  readonly className?: string;
}

/** A drawing with its table: the same figures for eyes, screen readers and print. */
export function Figure({ table, note, chart, className = '' }: FigureProps) {
  const [isOpen, setOpen] = useState(chart === undefined);
  const id = useId();
  const empty = table.rows.length === 0;
  return (
    <section className={`figure ${className}`} aria-labelledby={id}>
      <h2 id={id}>{table.name}</h2>
      {note === '' ? null : <p className="soft">{note}</p>}
      {empty ? <p>{words.none}</p> : null}
      {chart === undefined || empty ? null : (
        <>
          <Suspense fallback={<Skeleton active />}>
            <EChart spec={chart} label={words.chartOf(table.name)} />
          </Suspense>
          <Button
            size="small"
            className="no-print"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? words.hideTable : words.showTable}: ${table.name}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? words.hideTable : words.showTable}
          </Button>
        </>
      )}
      {empty ? null : <Rows table={table} isOpen={isOpen} />}
    </section>
  );
}

function Rows({
  table: { name, headings, rows },
  isOpen,
}: {
  readonly table: ReportTable;
  readonly isOpen: boolean;
}) {
  const shown = rows.slice(0, MOST_ROWS);
  return (
    <div
      className={isOpen ? 'twin' : 'twin only-print'}
      role="region"
      aria-label={words.tableOf(name)}
      tabIndex={isOpen ? 0 : -1}
    >
      <table>
        <thead>
          <tr>
            {headings.map(({ text }) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.slice(0, 2).join('|')}>
              {row.map((cell, column) => {
                const text = typeof cell === 'number' ? count(cell) : cell;
                const key = headings[column]?.text ?? column;
                if (column === 0)
                  return (
                    <th key={key} scope="row">
                      {text}
                    </th>
                  );
                return (
                  <td key={key} className={typeof cell === 'number' ? 'number' : ''}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS ? <p className="soft">{words.rest(rows.length - MOST_ROWS)}</p> : null}
    </div>
  );
}
