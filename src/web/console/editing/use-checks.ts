import { useEffect } from 'react';
import type { EntryKey } from '#publishing/ports.ts';
import { checkEntry } from '../api/entries.ts';
import type { Doc } from './doc/doc.ts';
import { faultsOf } from './doc/faults-of.ts';
import type { KindForm } from './forms/form.ts';

const HERE_MS = 200;
const SERVER_MS = 1200;

/** Holds what is typed to the schema at once, and to everything else (other entries, wording, facts) on the server a moment later. */
export function useChecks(doc: Doc, key: EntryKey, schema: KindForm['schema'], as: 'own' | 'whole'): void {
  useEffect(() => {
    let here: ReturnType<typeof setTimeout> | undefined;
    let later: ReturnType<typeof setTimeout> | undefined;
    let running = new AbortController();
    const checkHere = (): void => doc.setFaults('here', faultsOf(schema, doc.whole()));
    const checkThere = async (): Promise<void> => {
      running.abort();
      running = new AbortController();
      const value = doc.whole();
      try {
        const { faults } = await checkEntry(key, { value, as }, running.signal);
        if (doc.whole() !== value) return;
        const ours = faults.filter(
          ({ key: of }) => of === null || (of.kind === key.kind && of.id === key.id),
        );
        doc.setFaults(
          'server',
          ours.map(({ path, says, severity }) => ({ path, message: says, severity })),
        );
      } catch {
        // Not reached, or typed on: saving tells of the network, and the next letter checks again.
      }
    };
    const typed = (): void => {
      clearTimeout(here);
      clearTimeout(later);
      here = setTimeout(checkHere, HERE_MS);
      later = setTimeout(() => void checkThere(), SERVER_MS);
    };
    checkHere();
    void checkThere();
    const stop = doc.onTyped(typed);
    return () => {
      stop();
      clearTimeout(here);
      clearTimeout(later);
      running.abort();
    };
  }, [doc, key, schema, as]);
}
