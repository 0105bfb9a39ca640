import { contentHash } from './canonical.ts';
import { byPlace, compareText, type Fault } from './fault.ts';
import { idFaults, readIdsLock, type ReleasedId } from './ids-lock.ts';
import { loadFiles, readFiles, type Data, type Files } from './load.ts';
import type { CompiledRelease } from './release.ts';
import { validate } from './validate.ts';

export type Compiled =
  | { readonly release: CompiledRelease; readonly warnings: readonly Fault[] }
  | { readonly faults: readonly Fault[] };

/**
 * Reads the data folder into a release, or says everything that is wrong with it, by file and line.
 * The same content gives the same hash on every machine.
 */
export function compileKnowledge(dataDir: string): Compiled {
  return compileFiles(readFiles(dataDir), readIdsLock(dataDir));
}

/** The same from files that were read already, or edited since. */
export function compileFiles(files: Files, released: readonly ReleasedId[]): Compiled {
  const { data, faults } = loadFiles(files);
  const body = bodyOf(data);
  const idsLost = body === null || faults.length > 0 ? [] : idFaults(released, body);
  const found = [...faults, ...validate(data), ...idsLost].toSorted(byPlace);
  if (body === null || found.some(({ severity }) => severity === 'error')) return { faults: found };
  return { release: { format: 1, hash: contentHash(body), ...body }, warnings: found };
}

function bodyOf(data: Data): Omit<CompiledRelease, 'format' | 'hash'> | null {
  if (data.flow === null || data.units === null || data.topics === null) return null;
  const contents = <T>(sourced: readonly { content: T }[]): T[] => sourced.map(({ content }) => content);
  return {
    procedures: contents(data.procedures).toSorted(
      (a, b) => compareText(a.scope, b.scope) || compareText(a.id, b.id),
    ),
    flow: data.flow.content,
    troubles: contents(data.troubles),
    units: data.units.content,
    topics: data.topics.content,
    faq: contents(data.faq),
    notices: contents(data.notices).toSorted((a, b) => compareText(a.id, b.id)),
    bodies: contents(data.bodies),
    wording: Object.fromEntries(
      data.wording.map(({ key, text }) => [key, text] as const).toSorted(([a], [b]) => compareText(a, b)),
    ),
    glossary: contents(data.glossary),
    calendar: contents(data.calendar).toSorted((a, b) => a.year - b.year),
    safety: data.safety?.content ?? null,
    cues: data.cues?.content ?? null,
    states: data.states?.content ?? null,
    returns: data.returns?.content ?? null,
    ...screenshotsOf(data),
  };
}

/** Drawings are built into the page; a release names real screenshots alone, and is the same as before where there are none. */
function screenshotsOf({ schematics }: Data): Pick<CompiledRelease, 'screenshots'> {
  const real = Object.entries(schematics?.content ?? {})
    .flatMap(([name, { picture, ...rest }]) =>
      picture === undefined ? [] : [[name, { picture, ...rest }] as const],
    )
    .toSorted(([a], [b]) => compareText(a, b));
  return real.length === 0 ? {} : { screenshots: Object.fromEntries(real) };
}
