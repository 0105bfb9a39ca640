import type { Cell, Column } from '../sheet.ts';
import { dayForPeople } from './dates.ts';

/** A cell as people read it, also in the comparison and in CSV. Not neutralised. */
export function shown(column: Column, cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const choice = column.choices?.find(({ value }) => value === cell);
  if (choice !== undefined) return choice.label;
  return column.kind === 'date' && typeof cell === 'string' ? dayForPeople(cell) : String(cell);
}
