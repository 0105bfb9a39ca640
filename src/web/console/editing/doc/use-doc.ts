import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Json } from '#root/json.ts';
import { isAtOrUnder, type Doc, type FieldFault } from './doc.ts';
import type { Path } from './path.ts';

export const DocContext = createContext<Doc | null>(null);

export function useDoc(): Doc {
  const doc = useContext(DocContext);
  if (doc === null) throw new Error('fields stand within an entry');
  return doc;
}

/** The value of a place, and how to write it. */
export function useValue(path: Path): readonly [Json | undefined, (next: Json | undefined) => void] {
  const doc = useDoc();
  const value = useSyncExternalStore(doc.subscribe, () => doc.get(path));
  const set = useCallback((next: Json | undefined) => doc.set(path, next), [doc, path]);
  return [value, set];
}

/** What is wrong at a place. `deep`: under it as well, for fields that are one to her though many in the data. */
export function useFaults(path: Path, deep: boolean): readonly FieldFault[] {
  const doc = useDoc();
  const all = useSyncExternalStore(doc.subscribe, doc.faults);
  const shown = useSyncExternalStore(doc.subscribe, () => doc.isShown(path));
  if (!shown) return [];
  return all.filter((fault) => (deep ? isAtOrUnder(fault.path, path) : fault.path === path));
}

export function useAllFaults(): readonly FieldFault[] {
  const doc = useDoc();
  return useSyncExternalStore(doc.subscribe, doc.faults);
}
