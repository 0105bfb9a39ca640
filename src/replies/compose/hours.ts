import type { Contact } from '#knowledge/schema/unit.ts';
import type { Voice } from '../wording.ts';

const dayKeys = ['day.1', 'day.2', 'day.3', 'day.4', 'day.5', 'day.6', 'day.7'] as const;

/** "Thứ hai – Thứ sáu: 07:30–11:30, 13:30–17:00"; two periods a day are the rule here. */
export function hours(voice: Voice, openings: Contact['hours']): string {
  return openings
    .map(({ days, periods }) =>
      voice.words('contact.hours', {
        days: dayRange(voice, days),
        periods: periods.map(({ from, to }) => `${from}–${to}`).join(', '),
      }),
    )
    .join('; ');
}

function dayRange(voice: Voice, days: readonly number[]): string {
  const sorted = days.toSorted((a, b) => a - b);
  const names = sorted.map((day) => voice.words(dayKeys[day - 1] ?? 'day.1'));
  const inARow = sorted.every((day, index) => index === 0 || day === (sorted[index - 1] ?? 0) + 1);
  return inARow && names.length > 2 ? `${names[0] ?? ''} – ${names.at(-1) ?? ''}` : names.join(', ');
}
