import { TIME_ZONE } from '#root/clock.ts';

const hourFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The hour in Việt Nam, `00` to `23`. */
export const localHour = (at: number): string => hourFormat.format(at).padStart(2, '0');
