import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { z } from 'zod';
import { calendarYearSchema, type CalendarYear } from './schema/calendar.ts';
import { bodySchema, type Body } from './schema/body.ts';
import { flowSchema, type Flow } from './schema/flow.ts';
import { glossarySchema, type GlossaryEntry } from './schema/glossary.ts';
import { noticeSchema, type Notice } from './schema/notice.ts';
import { procedureSchema, type Procedure } from './schema/procedure.ts';
import { readabilitySchema, type Readability } from './schema/readability.ts';
import { cuesFileSchema, type CuesFile } from './schema/cues.ts';
import { schematicsFileSchema, type SchematicsFile } from './schema/schematic.ts';
import { safetyFileSchema, type SafetyFile } from './schema/safety.ts';
import { returnsFileSchema, statesFileSchema, type ReturnsFile, type StatesFile } from './schema/states.ts';
import { faqFileSchema, topicsFileSchema, type FaqFile, type TopicsFile } from './schema/topic.ts';
import { troublesFileSchema, type TroublesFile } from './schema/trouble.ts';
import { unitsFileSchema, type UnitsFile } from './schema/unit.ts';
import { compareText, type Fault } from './fault.ts';
import { merge } from './override.ts';
import { plainIssues } from './plain-words.ts';
import { readSource, type SourceFile } from './source-file.ts';
import { wordingOf, type WordingEntry } from './wording.ts';

/** Content together with the file it came from, so that later faults find their line. */
export interface Sourced<T> {
  readonly content: T;
  readonly source: SourceFile;
  /** Where in the file the content begins, for files that hold several. */
  readonly at: readonly PropertyKey[];
}

export interface Data {
  readonly procedures: readonly Sourced<Procedure>[];
  readonly flow: Sourced<Flow> | null;
  readonly troubles: readonly Sourced<TroublesFile>[];
  readonly units: Sourced<UnitsFile> | null;
  readonly topics: Sourced<TopicsFile> | null;
  readonly faq: readonly Sourced<FaqFile>[];
  readonly notices: readonly Sourced<Notice>[];
  readonly bodies: readonly Sourced<Body>[];
  readonly glossary: readonly Sourced<GlossaryEntry>[];
  readonly calendar: readonly Sourced<CalendarYear>[];
  readonly safety: Sourced<SafetyFile> | null;
  readonly cues: Sourced<CuesFile> | null;
  readonly states: Sourced<StatesFile> | null;
  readonly returns: Sourced<ReturnsFile> | null;
  readonly schematics: Sourced<SchematicsFile> | null;
  readonly wording: readonly WordingEntry[];
  /** null: no rules, nothing is held to them. */
  readonly readability: Sourced<Readability> | null;
}

/** The files of a data folder by name, `procedures/dang-ky-khai-sinh.yaml`, and what keeps some from being read. */
export interface Files {
  readonly sources: ReadonlyMap<string, SourceFile>;
  readonly faults: readonly Fault[];
}

/** Reads the data folder. Every file that breaks its schema is a fault and left out; the others are read on. */
export function loadData(dataDir: string): { data: Data; faults: Fault[] } {
  return loadFiles(readFiles(dataDir));
}

export function readFiles(dataDir: string): Files {
  const faults: Fault[] = [];
  const sources = new Map<string, SourceFile>();
  for (const file of yamlFiles(dataDir)) {
    const read = readSource(file, readFileSync(join(dataDir, file), 'utf8'));
    faults.push(...read.faults);
    if (read.source.value !== undefined) sources.set(file, read.source);
  }
  return { sources, faults };
}

/** The same from files that were read already, or edited since. */
export function loadFiles(files: Files): { data: Data; faults: Fault[] } {
  const faults = [...files.faults];
  // In the order of their names, whoever added some: the same content gives the same release.
  const sources = new Map([...files.sources].toSorted(([a], [b]) => compareText(a, b)));
  const under = (pattern: RegExp): SourceFile[] =>
    [...sources.values()].filter(({ file }) => pattern.test(file));
  const one = <T>(pattern: RegExp, schema: z.ZodType<T>, wanted: string): Sourced<T> | null => {
    const found = under(pattern);
    if (found.length !== 1 && !faults.some(({ file }) => pattern.test(file))) {
      const message =
        found.length === 0
          ? 'this file is missing'
          : `stands beside ${String(found[0]?.file)}: only one is read`;
      const file = found[1]?.file ?? wanted;
      faults.push({ file, line: 1, column: 1, path: '', message, severity: 'error' });
    }
    const source = found[0];
    return source === undefined ? null : parse(source, [], source.value, schema, faults);
  };
  const each = <T>(pattern: RegExp, schema: z.ZodType<T>): Sourced<T>[] =>
    under(pattern).flatMap((source) => parse(source, [], source.value, schema, faults) ?? []);
  const listed = <T>(pattern: RegExp, schema: z.ZodType<T>): Sourced<T>[] =>
    under(pattern).flatMap((source) =>
      entriesOf(source).flatMap(([at, value]) => parse(source, at, value, schema, faults) ?? []),
    );
  const data: Data = {
    procedures: [
      ...under(/^procedures\/[^/]+$/).flatMap(
        (source) => parse(source, [], source.value, procedureSchema, faults) ?? [],
      ),
      ...under(/^procedures\/\d{5}\/[^/]+$/).flatMap((source) => {
        const { value, at } = overBase(source, sources);
        return parse(at, [], value, procedureSchema, faults) ?? [];
      }),
    ],
    flow: one(/^flow\.yaml$/, flowSchema, 'flow.yaml'),
    troubles: each(/^troubles(\/[^/]+)?\.yaml$/, troublesFileSchema),
    units: one(/^units(\/[^/]+)?\.yaml$/, unitsFileSchema, 'units.yaml'),
    topics: one(/^topics\.yaml$/, topicsFileSchema, 'topics.yaml'),
    faq: each(/^faq(\/[^/]+)?\.yaml$/, faqFileSchema),
    notices: listed(/^notices(\/[^/]+)?\.yaml$/, noticeSchema),
    bodies: listed(/^bodies\.yaml$/, bodySchema),
    glossary: listed(/^glossary\.yaml$/, glossarySchema),
    calendar: each(/^calendar\/[^/]+$/, calendarYearSchema),
    safety: each(/^safety\.yaml$/, safetyFileSchema)[0] ?? null,
    cues: each(/^cues\.yaml$/, cuesFileSchema)[0] ?? null,
    states: each(/^states(\/[^/]+)?\.yaml$/, statesFileSchema)[0] ?? null,
    returns: each(/^returns(\/[^/]+)?\.yaml$/, returnsFileSchema)[0] ?? null,
    schematics: each(/^schematics\/schematics\.yaml$/, schematicsFileSchema)[0] ?? null,
    wording: under(/^wording\/[^/]+$/).flatMap((source) => wordingOf(source, faults)),
    readability: each(/^readability\.yaml$/, readabilitySchema)[0] ?? null,
  };
  return { data, faults };
}

function yamlFiles(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => file.endsWith('.yaml') && READ.test(file))
    .toSorted(compareText);
}

/** The parts of the data folder that make a release; lexicon and evaluation belong to understanding. */
const READ =
  /^(procedures\/|faq[/.]|troubles[/.]|units[/.]|notices[/.]|states[/.]|returns[/.]|wording\/|calendar\/|schematics\/|(flow|topics|bodies|glossary|safety|cues|readability)\.yaml$)/;

function parse<T>(
  source: SourceFile,
  at: readonly PropertyKey[],
  value: unknown,
  schema: z.ZodType<T>,
  faults: Fault[],
): Sourced<T> | null {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { content: parsed.data, source, at };
  for (const { path, message, atKey } of plainIssues(parsed.error.issues)) {
    const where = [...at, ...path];
    faults.push(atKey ? source.faultAtKey(where, message) : source.fault(where, message));
  }
  return null;
}

/** A file with one entry, with a list of them, or with a list under a name of its own. */
function entriesOf({ value }: SourceFile): [at: PropertyKey[], value: unknown][] {
  if (value === null) return [];
  const list = (entries: readonly unknown[], before: PropertyKey[]): [PropertyKey[], unknown][] =>
    entries.map((entry, i) => [[...before, i], entry]);
  if (Array.isArray(value)) return list(value, []);
  const only = typeof value === 'object' ? Object.entries(value) : [];
  const [name, entries]: [string, unknown] | [] = only.length === 1 && only[0] !== undefined ? only[0] : [];
  return name !== undefined && Array.isArray(entries) ? list(entries, [name]) : [[[], value]];
}

/**
 * A unit's file holds what differs from the base entry of the same name; the whole is held to the schema. What the base
 * does not have is the unit's alone. The folder says the scope.
 */
function overBase(
  source: SourceFile,
  sources: ReadonlyMap<string, SourceFile>,
): { readonly value: unknown; readonly at: SourceFile } {
  const [, scope, name] = /^procedures\/(\d{5})\/([^/]+)$/.exec(source.file) ?? [];
  const base = sources.get(`procedures/${String(name)}`);
  const value = base === undefined ? source.value : merge(base.value, source.value);
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  // Places in the lists of the whole are other places in the unit's file: a fault stands at the field.
  const field = (path: readonly PropertyKey[]): readonly PropertyKey[] => {
    const first = path.findIndex((key) => typeof key === 'number');
    return first === -1 ? path : path.slice(0, first);
  };
  const at: SourceFile =
    base === undefined
      ? source
      : {
          ...source,
          fault: (path, message, severity) => ({
            ...source.fault(field(path), message, severity),
            path: path.join('.'),
          }),
          faultAtKey: (path, message) => ({
            ...source.faultAtKey(field(path), message),
            path: path.join('.'),
          }),
        };
  return {
    value:
      isGroup && (!('scope' in value) || base !== undefined)
        ? { ...value, scope: ownScope(source, scope) }
        : value,
    at,
  };
}

/** Whoever writes another scope into the file is told so by the check of names. */
function ownScope({ value }: SourceFile, folder: string | undefined): unknown {
  const own = typeof value === 'object' && value !== null && 'scope' in value ? value.scope : undefined;
  return own ?? folder;
}
