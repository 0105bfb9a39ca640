import type { Json } from '#root/json.ts';
import { join, read, written, type Path } from './path.ts';

export interface FieldFault {
  readonly path: Path;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** An entry while it is written: fields read and write their own place in it, and hear only of what changed there. */
export interface Doc {
  readonly get: (path: Path) => Json | undefined;
  readonly set: (path: Path, value: Json | undefined) => void;
  readonly whole: () => Json;
  /** Puts another value in the place of all of it, as from the server; nobody typed it. */
  readonly replace: (value: Json) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Hears what was typed, not what was replaced. */
  readonly onTyped: (listener: (value: Json) => void) => () => void;
  readonly faults: () => readonly FieldFault[];
  readonly setFaults: (from: 'here' | 'server', faults: readonly FieldFault[]) => void;
  /** Whether faults of a place are shown: once she has been there, or has asked to see all. */
  readonly isShown: (path: Path) => boolean;
  readonly touch: (path: Path) => void;
  readonly showAll: () => void;
}

export function createDoc(initial: Json, options: { readonly showAll: boolean }): Doc {
  let value = initial;
  let showsAll = options.showAll;
  const touched = new Set<Path>();
  const listeners = new Set<() => void>();
  const typed = new Set<(value: Json) => void>();
  let faults: Readonly<Record<'here' | 'server', readonly FieldFault[]>> = { here: [], server: [] };
  let allFaults: readonly FieldFault[] = [];
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const added = <Item>(set: Set<Item>, item: Item) => {
    set.add(item);
    return () => set.delete(item);
  };
  return {
    get: (path) => read(value, path),
    set(path, next) {
      if (read(value, path) === next) return;
      value = written(value, path, next);
      touched.add(path);
      // What the server said is about what stood there before.
      faults = { ...faults, server: faults.server.filter((fault) => !isAtOrUnder(fault.path, path)) };
      allFaults = together(faults);
      tell();
      for (const listener of typed) listener(value);
    },
    whole: () => value,
    replace(next) {
      value = next;
      tell();
    },
    subscribe: (listener) => added(listeners, listener),
    onTyped: (listener) => added(typed, listener),
    faults: () => allFaults,
    setFaults(from, found) {
      faults = { ...faults, [from]: found };
      allFaults = together(faults);
      tell();
    },
    isShown: (path) => showsAll || touched.has(path),
    touch(path) {
      if (touched.has(path)) return;
      touched.add(path);
      tell();
    },
    showAll() {
      showsAll = true;
      tell();
    },
  };
}

/** A fault that both see is told once, in the words of the form. */
function together({
  here,
  server,
}: Readonly<Record<'here' | 'server', readonly FieldFault[]>>): FieldFault[] {
  const known = new Set(here.map(({ path }) => path));
  return [...here, ...server.filter(({ path }) => path === '' || !known.has(path))];
}

export const isAtOrUnder = (path: Path, parent: Path): boolean =>
  parent === '' || path === parent || path.startsWith(join(parent, ''));
