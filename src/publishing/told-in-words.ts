import { told } from './told-words.vi.ts';

/**
 * A line of `lockDifference`, said to officers: `~ dang-ky-tam-tru/fee/truc-tuyen (unit 25326): amount was 7000, is now
 * 9000` → "Lệ phí truc-tuyen: mức từ 7.000 thành 9.000". What is not understood is shown as it is.
 */
export function toldInWords(line: string): string {
  const [whole, sign, name = '', unit, rest = ''] =
    /^([-+~]) (\S+)(?: \(unit (\d{5})\))?: (.*)$/s.exec(line) ?? [];
  if (whole === undefined) return line;
  const [procedure = '', field = '', ...id] = name.split('/');
  const what = [told.fields[field] ?? field, id.join('/')].filter(Boolean).join(' ');
  const where = [procedure === '*' ? '' : procedure, unit === undefined ? '' : told.unit(unit)]
    .filter(Boolean)
    .join(', ');
  const of = where === '' ? what : `${what} (${where})`;
  if (sign === '-') return told.gone(of);
  if (sign === '+') return told.added(of, shown(rest));
  const [change, property = '', was = '', is = ''] = /^(\S+) was (.*), is now (.*)$/s.exec(rest) ?? [];
  if (change === undefined) return `${of}: ${rest}`;
  return told.changed(of, told.properties[property] ?? property, shown(was), shown(is));
}

/** JSON as words: texts in Vietnamese, numbers as they are written here. */
function shown(json: string): string {
  try {
    return wordsOf(JSON.parse(json));
  } catch {
    return json;
  }
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return told.missing;
  if (value === 'unknown') return told.unknown;
  if (typeof value === 'number') return value.toLocaleString('vi');
  if (typeof value === 'boolean') return value ? told.yes : told.no;
  if (typeof value === 'string') {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
    return year === undefined ? `“${value}”` : `${day ?? ''}/${month ?? ''}/${year}`;
  }
  if (Array.isArray(value)) return value.map(wordsOf).join('; ');
  const entries: [string, unknown][] = Object.entries(value);
  const vi = entries.find(([name]) => name === 'vi');
  if (vi !== undefined) return wordsOf(vi[1]);
  return entries.map(([name, inner]) => `${told.properties[name] ?? name} ${wordsOf(inner)}`).join(', ');
}
