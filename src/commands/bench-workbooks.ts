import { performance } from 'node:perf_hooks';
import { runApart } from '#workbooks/apart.ts';
import { evaluationTable } from '#workbooks/books/evaluation.ts';
import { phrases } from '#workbooks/books/phrases.ts';
import type { Row, Table } from '#workbooks/sheet.ts';

/**
 * `node src/commands/bench-workbooks.ts [rows]`: writes and reads back workbooks of so many rows (10,000) in the worker
 * that the console uses, and watches how long the event loop is kept from its turns meanwhile.
 */
const count = Number(process.argv[2] ?? 10_000);

const rowsOf = (columns: readonly string[]): readonly Row[] =>
  Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      columns.map((id) => [
        id,
        id === 'loai' ? 'procedure' : `dòng ${String(index)}, cột ${id}: làm giấy khai sinh`,
      ]),
    ),
  );
const [phraseSheet] = phrases.sheets;
const tables: readonly Table[] = [
  ...(phraseSheet === undefined
    ? []
    : [{ spec: phraseSheet, rows: rowsOf(phraseSheet.columns.map(({ id }) => id)) }]),
  { spec: evaluationTable([]).spec, rows: rowsOf(['ma', 'cau', 'chu-de']) },
];

for (const table of tables) {
  const wide = await timed('write xlsx', () =>
    runApart({ kind: 'xlsx', workbook: { title: 'Đo', help: [], tables: [table] } }),
  );
  const text = await timed('write csv', () => runApart({ kind: 'csv', table }));
  for (const [what, result] of [
    ['read xlsx', wide],
    ['read csv', text],
  ] as const) {
    if (result.kind !== 'file') throw new Error('no file');
    const changed = { ...table, rows: table.rows.slice(0, -100) };
    const compared = await timed(what, (say) =>
      runApart({ kind: 'compare', file: result.bytes, tables: [changed] }, say),
    );
    if (compared.kind !== 'compared' || compared.compared.changes.length !== 100)
      throw new Error('not as written');
  }
}

async function timed<Result>(
  what: string,
  task: (say: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  const from = performance.now();
  let longest = 0;
  let last = performance.now();
  let told = 0;
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  const result = await task(() => (told += 1));
  clearInterval(watch);
  const seconds = ((performance.now() - from) / 1000).toFixed(2);
  console.log(
    `${what.padEnd(10)} ${String(count)} rows: ${seconds} s, event loop held up ${longest.toFixed(0)} ms at most, progress told ${String(told)} times`,
  );
  return result;
}
