import type { Cell, Row, SheetSpec } from '../sheet.ts';

/** The same to the eye is the same: composed accents, line ends and spaces at the ends of lines. */
export function normal(cell: Cell | undefined): Cell {
  if (typeof cell !== 'string') return cell ?? null;
  const text = cell
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t\u00A0]+$/gm, '')
    .trim();
  return text === '' ? null : text;
}

/** One text for the key of a row, whatever stands in it. */
export const normalKey = (spec: SheetSpec, row: Row): string =>
  JSON.stringify(spec.key.map((id) => normal(row[id])));

/** A row whose key is not filled in whole is a new one. */
export const isNamed = (spec: SheetSpec, row: Row): boolean =>
  spec.key.every((id) => normal(row[id]) !== null);
