import { compileFiles, type Compiled } from '#knowledge/compile.ts';
import { contentHash } from '#knowledge/canonical.ts';
import { compareText, type Fault } from '#knowledge/fault.ts';
import { readIdsLock } from '#knowledge/ids-lock.ts';
import { readFiles, type Files } from '#knowledge/load.ts';
import { sourceOfValue, type SourceFile } from '#knowledge/source-file.ts';
import { parseJson } from '#root/json.ts';
import { keyText, type FileValues } from './places/place.ts';
import { entryAt, layOver } from './places/places.ts';
import { inWords } from './plain-faults.ts';
import type { Change, EntryFault, EntryKey } from './ports.ts';

/** The shipped data folder, opened: changes are laid over it, held to the schemas and the checks, and compiled. */
export interface Workbench {
  readonly values: FileValues;
  /** Faults of the entries that `of` names, with the changes laid over the shipped files. */
  check(changes: readonly Change[], of: readonly EntryKey[]): readonly EntryFault[];
  compile(changes: readonly Change[]): Compiled;
  /** Faults as officers read them: by entry and field. */
  told(changes: readonly Change[], faults: readonly Fault[]): readonly ToldFault[];
}

/** `key` null: about no entry alone. */
export interface ToldFault extends Omit<EntryFault, 'key'> {
  readonly key: EntryKey | null;
}

export function openWorkbench(dataDir: string): Workbench {
  const files = readFiles(dataDir);
  const released = readIdsLock(dataDir);
  const values: FileValues = new Map(
    [...files.sources].map(([file, { value }]) => [file, parseJson(JSON.stringify(value))]),
  );
  const told = (changes: readonly Change[], faults: readonly Fault[]): ToldFault[] => {
    const laid = layOver(values, changes);
    return faults.map((fault) => {
      const within = entryAt(laid, fault);
      const path = within === null ? fault.path : within.path.join('.');
      return { ...fault, path, key: within?.key ?? null, says: inWords(fault.message) };
    });
  };
  // What is live, and a draft that is checked, looked at and handed in: the same is asked again and again.
  const kept = new Map<string, Compiled>();
  const compile = (changes: readonly Change[]): Compiled => {
    const name = contentHash(changes.map(({ key, value }) => [keyText(key), value]));
    const compiled = kept.get(name) ?? compileFiles(edited(files, values, changes), released);
    kept.delete(name);
    kept.set(name, compiled);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return compiled;
  };
  return {
    values,
    told,
    check(changes, of) {
      const wanted = new Set(of.map(keyText));
      const compiled = compile(changes);
      const faults = 'faults' in compiled ? compiled.faults : compiled.warnings;
      return told(changes, faults).flatMap(({ key, ...fault }) =>
        key !== null && wanted.has(keyText(key)) ? [{ ...fault, key }] : [],
      );
    },
    compile,
  };
}

const KEPT = 4;

/** Files that no change touched keep their lines; an edited file is its value alone. */
function edited(files: Files, values: FileValues, changes: readonly Change[]): Files {
  const sources = new Map<string, SourceFile>();
  const faults = [...files.faults];
  for (const [file, value] of [...layOver(values, changes)].toSorted(([a], [b]) => compareText(a, b))) {
    const shipped = files.sources.get(file);
    if (shipped !== undefined && values.get(file) === value) {
      sources.set(file, shipped);
      continue;
    }
    const opened = sourceOfValue(file, value);
    sources.set(file, opened.source);
    faults.push(...opened.faults);
  }
  return { sources, faults };
}
