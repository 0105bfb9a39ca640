/** `31/12/2026` of `2026-12-31`, as officers write days. */
export function dayForPeople(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

const asWritten = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const asStored = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** `YYYY-MM-DD` of what an officer typed. null: no day, or none of the calendar. */
export function readDay(text: string): string | null {
  const people = asWritten.exec(text);
  const stored = asStored.exec(text);
  const [year, month, day] =
    people === null ? [stored?.[1], stored?.[2], stored?.[3]] : [people[3], people[2], people[1]];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.valueOf()) || at.toISOString().slice(0, 10) !== date ? null : date;
}
