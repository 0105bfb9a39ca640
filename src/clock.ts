/** The time zone of every ward, deadline and opening hour. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Milliseconds since the epoch. Passed in, so tests and `ask --date` can choose it. */
export type Clock = () => number;

/** A calendar day in Việt Nam, `YYYY-MM-DD`; compares as text. */
export type LocalDate = string;

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Việt Nam at an instant. */
export function localDate(at: number): LocalDate {
  const minute = Math.floor(at / 60_000);
  // Days change on the minute; formatting is asked for several times a turn, nearly always about now.
  if (minute !== last.minute) last = { minute, day: dayFormat.format(at) };
  return last.day;
}

let last: { readonly minute: number; readonly day: LocalDate } = { minute: Number.NaN, day: '' };
