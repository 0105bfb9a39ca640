import type { Json } from '#root/json.ts';
import { CellRefused } from './field.ts';
import { groupsOf, listOf, textOf } from './group.ts';
import { refusals } from './words.vi.ts';

const names = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const;

/** `T2–T6: 07:00–11:30, 13:00–17:00`, a line for days that are alike. null: no hours. */
export function hoursInWords(hours: Json | undefined): string | null {
  const lines = groupsOf(hours).map((opening) => {
    const days = listOf(opening['days']).filter((day) => typeof day === 'number');
    const periods = groupsOf(opening['periods']).map(
      (period) => `${textOf(period['from']) ?? ''}–${textOf(period['to']) ?? ''}`,
    );
    return `${daysInWords(days)}: ${periods.join(', ')}`;
  });
  return lines.length === 0 ? null : lines.join('\n');
}

/** Runs of three and more days are told by their ends. The order of days is kept. */
function daysInWords(days: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < days.length;) {
    let end = at;
    while (days[end + 1] === (days[end] ?? 0) + 1) end += 1;
    const name = (place: number): string => names[(days[place] ?? 1) - 1] ?? '';
    if (end - at >= 2) parts.push(`${name(at)}–${name(end)}`);
    else for (let one = at; one <= end; one += 1) parts.push(name(one));
    at = end + 1;
  }
  return parts.join(', ');
}

/** Throws CellRefused. */
export function readHours(text: string): Json {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, left = '', right = ''] = /^([^:]+):\s*(.+)$/.exec(line.trim()) ?? [];
      const periods = right.split(/[,;]/).map((period) => {
        const [, from = '', to = ''] =
          /^\s*(\d{1,2}[:h]\d{2})\s*[–—-]\s*(\d{1,2}[:h]\d{2})\s*$/i.exec(period) ?? [];
        if (from === '') throw new CellRefused(refusals.hours);
        return { from: clock(from), to: clock(to) };
      });
      return { days: left.split(/[,;]/).flatMap(readDays), periods };
    });
}

const clock = (text: string): string => text.toLowerCase().replace('h', ':').padStart(5, '0');

function readDays(text: string): number[] {
  const ends = text.split(/[–—-]/).map((name) => names.findIndex((one) => one === plainDay(name)) + 1);
  const [first = 0, last = first] = ends;
  if (ends.length > 2 || first === 0 || last < first) throw new CellRefused(refusals.hours);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const plainDay = (name: string): string =>
  name
    .trim()
    .toUpperCase()
    .replace(/^(THỨ|THU)\s*/, 'T')
    .replace(/^CHỦ NHẬT$/, 'CN');
