import type { Report } from '#insight/report/contract.ts';
import type { ReportTable } from '#insight/report/tables.ts';
import { localDateText } from '../../shell/times.ts';
import { reportWords as words } from '../../words/report.vi.ts';
import type { ChartSpec } from './chart-spec.ts';

const MOST_BARS = 12;

/** The drawing that goes with a table. undefined: none does it better than the table. */
export function chartOf({ id, headings, rows }: ReportTable, report: Report): ChartSpec | undefined {
  if (id === 'ngay') return overDays(report);
  if (id === 'gio') return columns(rows, [1], headings);
  if (id === 'ket-qua' || id === 'khia-canh' || id === 'kenh') return bars(rows, [1, 2], headings);
  if (id === 'chu-de') return bars(rows, [2, 3], headings);
  if (id === 'don-vi') return bars(rows, [2, 3], headings);
  if (id === 'thu-tuc')
    return {
      ...bars(rows, [2, 4], headings),
    };
  if (id === 'ly-do') return bars(rows, [1], headings);
  return undefined;
}

function overDays({ byDay }: Report): ChartSpec {
  const one = byDay.length === 1;
  return {
    kind: one ? 'columns' : 'lines',
    labels: byDay.map(({ day }) => localDateText(day).slice(0, 5)),
    series: [
      { name: words.series.questions, values: byDay.map(({ questions }) => questions) },
      { name: words.series.begun, values: byDay.map(({ begun }) => begun) },
      { name: words.series.finished, values: byDay.map(({ finished }) => finished) },
    ],
  };
}

const numberAt = (row: ReportTable['rows'][number], column: number): number => Number(row[column] ?? 0);

function drawn(
  kind: 'bars' | 'columns',
  rows: ReportTable['rows'],
  places: readonly number[],
  headings: ReportTable['headings'],
): ChartSpec {
  return {
    kind,
    labels: rows.map(([name]) => String(name ?? '')),
    series: places.map((place) => ({
      name: headings[place]?.text ?? '',
      values: rows.map((row) => numberAt(row, place)),
    })),
  };
}

const bars = (
  rows: ReportTable['rows'],
  places: readonly number[],
  headings: ReportTable['headings'],
): ChartSpec =>
  drawn(
    'bars',
    rows.filter((row) => places.some((place) => numberAt(row, place) > 0)).slice(0, MOST_BARS),
    places,
    headings,
  );

const columns = (
  rows: ReportTable['rows'],
  places: readonly number[],
  headings: ReportTable['headings'],
): ChartSpec => drawn('columns', rows, places, headings);
