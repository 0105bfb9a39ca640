/** Times as officers read them, in Việt Nam whatever the computer's own zone. */
const zone = { timeZone: 'Asia/Ho_Chi_Minh' } as const;
const dayAndTime = new Intl.DateTimeFormat('vi-VN', {
  ...zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat('vi-VN', { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' });

/** 09:05 22/11/2026. */
export function timeText(at: number): string {
  const parts = new Map(dayAndTime.formatToParts(at).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${of('hour')}:${of('minute')} ${of('day')}/${of('month')}/${of('year')}`;
}

/** 22/11/2026. */
export const dayText = (at: number): string => day.format(at);

/** `2026-11-22` as 22/11/2026. */
export const localDateText = (date: string): string => date.split('-').toReversed().join('/');
