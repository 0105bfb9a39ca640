/**
 * The numbers of a text, each in one form however it is written: `8.000 đồng` → `8000`, `10/6/2026` and
 * `2026-06-10` → `2026-06-10`, `15:00`, `15h` and `15 giờ` → `15:00`. Digits inside a code (`CT01`) belong to the code.
 */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(({ 0: whole, groups = {} }) => {
    const { iso, day, month, year, hour, minute, thousands } = groups;
    if (iso !== undefined) return iso;
    if (year !== undefined)
      return [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
    if (hour !== undefined) return `${hour.padStart(2, '0')}:${minute ?? '00'}`;
    return thousands === undefined ? whole.replaceAll(/\.+$/g, '') : thousands.replaceAll('.', '');
  });
}

/** Names of forms and templates: `CT01`, `TP-HT-2020`, `01/HKD`. */
export function codesIn(text: string): string[] {
  return [...text.matchAll(CODE)].map(([code]) => code);
}

const NUMBER = new RegExp(
  [
    String.raw`(?<![\p{L}\d.,:-])(?:`,
    String.raw`(?<iso>\d{4}-\d{2}(?:-\d{2})?)`,
    String.raw`|(?:(?<day>\d{1,2})/)?(?<month>\d{1,2})/(?<year>\d{4})`,
    String.raw`|(?<hour>\d{1,2})(?::|h|\sgiờ\s?)(?<minute>\d{2})(?!\d)`,
    String.raw`|(?<thousands>\d{1,3}(?:\.\d{3})+)(?![\d.]*\d)`,
    String.raw`|\d+(?:[.,]\d+)*`,
    String.raw`)`,
  ].join(''),
  'gu',
);

const CODE =
  /(?<![\p{L}\d])(?:\p{Lu}{1,6}-?\d{1,4}[\p{Lu}\d/-]*|\p{Lu}{2,6}-\p{Lu}{2,6}(?:[-.]\d+)+|\d{1,3}\/\p{Lu}{2,})/gu;
