import type { Json } from '#root/json.ts';
import type { EntryKey, EntryKind } from '../ports.ts';

/** The data folder's files by name, as JSON: `procedures/dang-ky-khai-sinh.yaml`. */
export type FileValues = ReadonlyMap<string, Json>;

export interface Placed {
  readonly key: EntryKey;
  /** As officers know it. */
  readonly title: string;
  readonly value: Json;
}

/** A place within an entry: what a fault of a file is about. */
export interface Within {
  readonly key: EntryKey;
  readonly path: readonly string[];
}

/** How one kind of entry stands in the data folder. */
export interface Place {
  readonly kinds: readonly EntryKind[];
  read(files: FileValues): readonly Placed[];
  /** Puts an entry's value into the files, beside or in place of what is there. */
  write(files: Map<string, Json>, key: EntryKey, value: Json): void;
  /** null: the place is of no entry of this kind. */
  within(files: FileValues, file: string, path: readonly string[]): Within | null;
}

/** `procedure:25326:dang-ky-khai-sinh`, for maps. */
export const keyText = ({ kind, scope, id }: EntryKey): string => `${kind}:${scope}:${id}`;
