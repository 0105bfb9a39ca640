import type { LocalDate } from '#root/clock.ts';

const DAY = 86_400_000;

/** The day so many days later (or, below 0, earlier). Calendar days have no time zone. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
