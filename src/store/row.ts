import { AppError } from '#root/errors.ts';
import type { Row } from './script.ts';

/** Columns of rows read from the database, checked where they enter. */
function wrong(column: string, value: unknown): AppError {
  return new AppError('INTERNAL', `column ${column} holds ${value === null ? 'null' : typeof value}`);
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw wrong(column, value);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  if (value === null) return null;
  if (typeof value !== 'string') throw wrong(column, value);
  return value;
}

export function int(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw wrong(column, value);
  return value;
}

export function intOrNull(row: Row, column: string): number | null {
  const value = row[column];
  if (value === null) return null;
  if (typeof value !== 'number') throw wrong(column, value);
  return value;
}

/** One of a closed list. */
export function oneOf<T extends string>(row: Row, column: string, allowed: readonly T[]): T {
  const value = row[column];
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw wrong(column, value);
  return found;
}
