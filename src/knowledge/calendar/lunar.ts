import type { LocalDate } from '#root/clock.ts';

/**
 * The lunar calendar of Việt Nam: months begin on the day of the new moon at UTC+7, the month of the winter solstice
 * is the 11th, and a leap month is the first without a major term. Computed, because the Chinese calendar of `Intl`
 * counts at UTC+8 and differs in some years (Tết 2030). Moon and sun after Meeus, Astronomical Algorithms.
 */
export interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

/** The day of Gregorian time on which a lunar day falls; null: that year has no such (leap) month. */
export function solarOf({ year, month, day, leap }: LunarDate): LocalDate | null {
  const start = monthsOf(month >= 11 ? year + 1 : year).find(
    (one) => one.month === month && one.leap === leap,
  )?.start;
  return start === undefined ? null : dateOf(start + day - 1);
}

/** Mùng 1 Tết of a Gregorian year. */
export function tetOf(year: number): LocalDate {
  const date = solarOf({ year, month: 1, day: 1, leap: false });
  if (date === null) throw new RangeError(`no first month in ${String(year)}`);
  return date;
}

/** The lunar day of a day. */
export function lunarOf(date: LocalDate): LunarDate {
  const number = dayNumber(date);
  const solarYear = Number(date.slice(0, 4));
  const months = [solarYear, solarYear + 1].flatMap(monthsOf).filter(({ start }) => start <= number);
  const month = months.at(-1);
  if (month === undefined) throw new RangeError(`no lunar month for ${date}`);
  // The 11th and 12th months that begin a span belong to the lunar year before.
  const tet = dayNumber(tetOf(solarYear));
  return {
    year: number >= tet ? solarYear : solarYear - 1,
    month: month.month,
    day: number - month.start + 1,
    leap: month.leap,
  };
}

interface Month {
  readonly start: number;
  readonly month: number;
  readonly leap: boolean;
}

/** The months from the 11th of the year before to the one before the next 11th. */
function monthsOf(year: number): Month[] {
  const first = eleventhMonth(year - 1);
  const next = eleventhMonth(year);
  const k = Math.round((first - 2_415_021.077) / SYNODIC);
  const starts: number[] = [];
  for (let i = -1; i < 16; i += 1) {
    const start = newMoonDay(k + i);
    if (start >= first && start < next) starts.push(start);
  }
  const leapAt =
    starts.length === 13
      ? starts.findIndex((start, i) => i > 0 && term(start) === term(starts[i + 1] ?? next))
      : -1;
  return starts.map((start, i) => {
    const shift = leapAt !== -1 && i >= leapAt ? i - 1 : i;
    return { start, month: ((shift + 10) % 12) + 1, leap: i === leapAt };
  });
}

/** The month that holds the winter solstice of a year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((dayNumber(`${String(year)}-12-31`) - 2_415_021) / SYNODIC);
  const start = newMoonDay(k);
  return term(start) >= 9 ? newMoonDay(k - 1) : start;
}

const SYNODIC = 29.530588853;
const ZONE = 7 / 24;
const RAD = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * RAD);

/** Julian day number, in Việt Nam, of the k-th new moon after that of 1 January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const m = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const mp = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const f = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sin(m) +
    0.0021 * sin(2 * m) -
    0.4068 * sin(mp) +
    0.0161 * sin(2 * mp) -
    0.0004 * sin(3 * mp) +
    0.0104 * sin(2 * f) -
    0.0051 * sin(m + mp) -
    0.0074 * sin(m - mp) +
    0.0004 * sin(2 * f + m) -
    0.0004 * sin(2 * f - m) -
    0.0006 * sin(2 * f + mp) +
    0.001 * sin(2 * f - mp) +
    0.0005 * sin(2 * mp + m);
  // Terrestrial time is ahead of universal time by so many days around now.
  const delta = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - delta + 0.5 + ZONE);
}

/** In which of twelve signs of 30° the sun stands at the beginning of a day in Việt Nam; 9: the winter solstice and after. */
function term(day: number): number {
  const t = (day - 2_451_545.5 - ZONE) / 36_525;
  const m = 357.5291 + 35_999.0503 * t - 0.0001559 * t * t - 0.00000048 * t * t * t;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * sin(m) +
    (0.019993 - 0.000101 * t) * sin(2 * m) +
    0.00029 * sin(3 * m);
  const longitude = 280.46645 + 36_000.76983 * t + 0.0003032 * t * t + centre;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

const DAY = 86_400_000;
/** Julian day number of 1970-01-01. */
const EPOCH = 2_440_588;
const dayNumber = (date: LocalDate): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY) + EPOCH;
const dateOf = (day: number): LocalDate => new Date((day - EPOCH) * DAY).toISOString().slice(0, 10);
