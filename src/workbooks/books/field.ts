import { joinLines, splitLines } from '../file/lines.ts';
import type { Cell, Choice, Column, Row } from '../sheet.ts';
import { groupOf, listOf, put, textOf, type Group } from './group.ts';

/** A column that knows its place in an item of the knowledge. */
export interface Field extends Column {
  /** Name of the item's field. */
  readonly at: string;
  get(item: Group): Cell;
  /** Throws CellRefused. */
  set(item: Group, cell: Cell): Group;
}

/** What stands in a cell cannot become a value; `message` is for the officer. */
export class CellRefused extends Error {}

export type Heading = Pick<Column, 'id' | 'heading' | 'note' | 'width'> &
  Partial<Pick<Column, 'required' | 'readOnly'>> & { readonly at?: string };

/** As a worker can be sent it. */
export function columnOf({ id, heading, note, width, kind, choices, required, readOnly }: Column): Column {
  return {
    id,
    heading,
    note,
    width,
    kind,
    ...(choices === undefined ? {} : { choices }),
    ...(required === undefined ? {} : { required }),
    ...(readOnly === undefined ? {} : { readOnly }),
  };
}

const asText = (cell: Cell): string | null => (cell === null ? null : String(cell));

/** A string as it is: ids, phones, codes. */
export function plain(head: Heading, kind: 'code' | 'text' | 'date' = 'text'): Field {
  const at = head.at ?? head.id;
  return {
    ...head,
    kind,
    at,
    get: (item) => textOf(item[at]),
    set: (item, cell) => put(item, at, asText(cell)),
  };
}

/** Words in one language; the other stays. A bare string stays one for as long as there is nothing to translate. */
export function words(head: Heading, lang: 'vi' | 'en'): Field {
  const at = head.at ?? head.id;
  return {
    ...head,
    kind: 'text',
    at,
    get: (item) =>
      lang === 'vi' ? (textOf(item[at]) ?? textOf(groupOf(item[at])['vi'])) : textOf(groupOf(item[at])['en']),
    set(item, cell) {
      const now = item[at];
      const text = asText(cell);
      const vi = lang === 'vi' ? text : (textOf(now) ?? textOf(groupOf(now)['vi']));
      const en = lang === 'en' ? text : textOf(groupOf(now)['en']);
      if (en !== null) return put(item, at, vi === null ? { en } : { vi, en });
      const wasGroup = typeof now === 'object' && now !== null;
      return put(item, at, vi === null || !wasGroup ? vi : { vi });
    },
  };
}

export function choice(head: Heading, choices: readonly Choice[]): Field {
  return { ...plain(head), kind: 'choice', choices };
}

/** Several strings, one a line. */
export function list(head: Heading): Field {
  const at = head.at ?? head.id;
  return {
    ...head,
    kind: 'list',
    at,
    get: (item) => joinLines(listOf(item[at]).filter((one) => typeof one === 'string')) || null,
    set: (item, cell) =>
      put(item, at, cell === null ? null : splitLines(String(cell)).map((line) => line.trim())),
  };
}

/** Yes or no; what is usual is not written down. */
export function flag(head: Heading, usually: boolean): Field {
  const at = head.at ?? head.id;
  return {
    ...head,
    kind: 'choice',
    choices: yesNo,
    at,
    get: (item) => ((typeof item[at] === 'boolean' ? item[at] : usually) ? 'yes' : 'no'),
    set: (item, cell) => {
      const value = cell === null ? usually : cell === 'yes';
      return put(item, at, value === usually && item[at] === undefined ? null : value);
    },
  };
}

const yesNo: readonly Choice[] = [
  { value: 'yes', label: 'có' },
  { value: 'no', label: 'không' },
];

/** A number, or one of a few words that stand for none. */
export function amount(head: Heading, otherwise: readonly Choice[] = []): Field {
  const at = head.at ?? head.id;
  return {
    ...head,
    kind: 'number',
    ...(otherwise.length === 0 ? {} : { choices: otherwise }),
    at,
    get: (item) => {
      const value = item[at];
      return typeof value === 'number' || typeof value === 'string' ? value : null;
    },
    set: (item, cell) => put(item, at, cell),
  };
}

/** Told to find one's way; nothing is taken from it. */
export function shownOnly(head: Heading, get: (item: Group) => Cell): Field {
  return { ...head, kind: 'text', at: '', readOnly: true, get, set: (item) => item };
}

/** `own`: what stands before the fields. */
export const rowOf = (fields: readonly Field[], item: Group, own: Row = {}): Row =>
  Object.fromEntries([
    ...Object.entries(own),
    ...fields.map((field) => [field.id, field.get(item)] as const),
  ]);
