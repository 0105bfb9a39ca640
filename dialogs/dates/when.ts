import type { LocalDate } from '#root/clock.ts';
import { addDays, weekday } from '#knowledge/dates.ts';
import type { CuesFile } from '#knowledge/schema/cues.ts';
import { fold } from '../words/fold.ts';
import { hear } from '../words/heard.ts';
import { isHeard, taken } from '../words/find.ts';
import { patterns } from '../words/pattern.ts';

/** A day that a message names, and how much of the hour. */
export interface When {
  readonly date: LocalDate;
  /** `HH:MM`; null: not said. */
  readonly hour: string | null;
  readonly part: 'morning' | 'afternoon' | 'evening' | null;
}

/** The day that a message speaks of. null: none is named. */
export function whenSaid(text: string, today: LocalDate, cues: CuesFile): When | null {
  const words = hear(text);
  const deaf = taken(patterns(cues.notDays), words);
  const said = (list: readonly string[]): boolean => isHeard(patterns(list, cues.groups), words, deaf);
  const part = cues.parts.find(({ says }) => said(says))?.id ?? null;
  const hour = hourIn(text, part);
  const named =
    written(text, today) ??
    weekdayFrom(cues.weekdays.findIndex(said), today, said(cues.nextWeek), said(cues.past)) ??
    mapped(cues.days.find(({ says }) => said(says))?.offset, (offset) => addDays(today, offset)) ??
    (hour === null ? null : today);
  return named === null ? null : { date: named, hour, part };
}

const mapped = <T, R>(value: T | undefined, use: (value: T) => R): R | null =>
  value === undefined ? null : use(value);

/** "25/12", "25-12-2026", "ngày 25 tháng 12", "ngày 25". Without a year the nearest that is not long past. */
function written(text: string, today: LocalDate): LocalDate | null {
  const folded = fold(text.replaceAll(/(?<=\d)[/.-](?=\d)/g, ' thang '));
  const full = /\b(\d{1,2}) thang (\d{1,2})(?: (?:thang|nam) (\d{4}))?\b/.exec(folded);
  if (full !== null) {
    const [, day = '', month = '', year] = full;
    const years =
      year === undefined ? [0, 1].map((more) => Number(today.slice(0, 4)) + more) : [Number(year)];
    const dates = years.flatMap((one) => dateOf(one, Number(month), Number(day)) ?? []);
    return dates.find((date) => date >= addDays(today, -PAST)) ?? dates[0] ?? null;
  }
  const bare = /\bngay (\d{1,2})\b/.exec(folded)?.[1];
  if (bare === undefined) return null;
  const [year = 0, month = 1] = today.split('-').map(Number);
  const here = dateOf(year, month, Number(bare));
  if (here !== null && here >= today) return here;
  return dateOf(month === 12 ? year + 1 : year, (month % 12) + 1, Number(bare));
}

/** A day without a year that is not longer ago is meant as past. */
const PAST = 60;

function dateOf(year: number, month: number, day: number): LocalDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** The next day of that name, today included; of the coming week, or the last one, where she says so. */
function weekdayFrom(found: number, today: LocalDate, nextWeek: boolean, past: boolean): LocalDate | null {
  if (found === -1) return null;
  const ahead = (found + 1 - weekday(today) + 7) % 7;
  if (nextWeek) return addDays(today, found + 1 - weekday(today) + 7);
  return addDays(today, past && ahead !== 0 ? ahead - 7 : ahead);
}

/** "4h chiều", "15:30", "3 giờ rưỡi". */
function hourIn(text: string, part: When['part']): string | null {
  const folded = text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
  const found = /(?<!\d)(\d{1,2})(?:\s*(?:h|gio|g)(?![a-z])|:(?=\d\d))\s*(\d{2}|ruoi)?/.exec(folded);
  const half = /(?<!\d)(\d{1,2})\s+ruoi\b/.exec(folded);
  const hours = Number(found?.[1] ?? half?.[1] ?? Number.NaN);
  if (!(hours >= 0 && hours < 24)) return null;
  const later = (part === 'afternoon' || part === 'evening') && hours < 12 ? 12 : 0;
  const typed = found?.[2] ?? (half === null ? '00' : 'ruoi');
  const minutes = typed === 'ruoi' ? '30' : typed;
  return Number(minutes) < 60 ? `${String(hours + later).padStart(2, '0')}:${minutes}` : null;
}
