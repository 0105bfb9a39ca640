import { canonicalJson } from './canonical.ts';
import { compareText } from './fault.ts';
import { isMemory, isSure, resolve } from './facts/grounds.ts';
import { statementFields, statementsOf } from './facts/statements.ts';
import { topicFiles, type CompiledRelease } from './release.ts';
import type { Condition } from './schema/condition.ts';
import type { Procedure } from './schema/procedure.ts';
import type { Source } from './schema/source.ts';

/**
 * One tellable fact. The file of these lines (`data/facts.lock.jsonl`) stands beside the data so that a
 * change of what residents are told shows as one changed line, and so that tests can ask whether what
 * was said is a fact at all.
 */
export interface LockLine {
  /** `*`: holds for every procedure (general flow, troubles, contacts, topics). */
  readonly procedure: string;
  readonly scope: string;
  readonly field: string;
  readonly id: string;
  /** When it holds; null: always. */
  readonly case: Condition | string | null;
  readonly channel: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** What may be said: amounts, words, codes. Values that rest on nothing are `unknown` here too. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Titles of the sources. */
  readonly sources: readonly string[];
  readonly asOf: string | null;
  /** The best kind of source; `none` where the schema asks for no source; `found` as in the entry. */
  readonly basis: Source['kind'] | 'none' | 'found';
}

/** As replies name a fact. */
export const lockKey = ({ procedure, field, id }: { procedure: string; field: string; id: string }): string =>
  `${procedure}/${field}/${id}`;

/** Every tellable fact of a release, in a fixed order. */
export function lockLines(release: CompiledRelease): LockLine[] {
  return [...release.procedures.flatMap(procedureLines), ...generalLines(release)].toSorted(
    (a, b) =>
      compareText(a.procedure, b.procedure) ||
      compareText(a.scope, b.scope) ||
      compareText(a.field, b.field) ||
      compareText(a.id, b.id),
  );
}

export function writeLock(lines: readonly LockLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

const KINDS: readonly Source['kind'][] = ['law', 'official', 'ward', 'press', 'code', 'memory'];

type Plain = Pick<LockLine, 'field' | 'id' | 'value'> &
  Partial<Pick<LockLine, 'case' | 'channel' | 'from' | 'to'>> & { readonly basis?: 'found' | undefined };

function line(
  entry: Plain,
  ground: { procedure: string; scope: string; sources: readonly Source[]; asOf: string | null },
): LockLine {
  const { field, id, value } = entry;
  return {
    procedure: ground.procedure,
    scope: ground.scope,
    field,
    id,
    case: entry.case ?? null,
    channel: entry.channel ?? null,
    from: entry.from ?? null,
    to: entry.to ?? null,
    value,
    sources: ground.sources.map(({ title }) => title),
    asOf: ground.asOf,
    basis:
      entry.basis ?? KINDS.find((kind) => ground.sources.some((source) => source.kind === kind)) ?? 'none',
  };
}

function procedureLines(procedure: Procedure): LockLine[] {
  const refs = (source: readonly string[]): Source[] => resolve(procedure.sources, source);
  const of = (source: readonly string[], entry: Plain): LockLine =>
    line(entry, {
      procedure: procedure.id,
      scope: procedure.scope,
      sources: refs(source),
      asOf: procedure.asOf,
    });
  const { authority, online } = procedure;
  const steps = Object.entries(procedure.steps);
  return [
    ...procedure.documents.map(
      ({ id, name, need, form, formCode, replacedBy, replacedWhen, note, prose, basis, source }) =>
        of(source, {
          field: 'documents',
          id,
          basis,
          case: typeof need === 'string' ? (need === 'always' ? null : need) : need,
          value: {
            name,
            form,
            formCode: isSure(refs(source)) ? formCode : undefined,
            replacedBy,
            replacedWhen,
            note,
            prose,
          },
        }),
    ),
    ...procedure.fees.map(
      ({ id, label, when, channel, amount, per, extra, from, to, note, basis, source }) => {
        const sure = isSure(refs(source));
        const value = { label, amount: sure ? amount : 'unknown', per, extra, note: sure ? note : undefined };
        return of(source, { field: 'fee', id, basis, case: when, channel, from, to, value });
      },
    ),
    ...procedure.time.map(({ id, when, amount, unit, cutoff, plus, from, to, basis, source }) => {
      const sure = isSure(refs(source)) && amount !== 'unknown';
      const value = sure ? { amount, unit, cutoff, plus } : { amount: 'unknown', unit };
      return of(source, { field: 'time', id, basis, case: when, from, to, value });
    }),
    ...statementFields.flatMap((field) =>
      statementsOf(procedure, field)
        .filter(({ source }) => !isMemory(refs(source)))
        .map(({ id, text, when, fix, source }) =>
          of(source, { field, id, case: when, value: { text, fix } }),
        ),
    ),
    of([...authority.source, ...online.source], {
      field: 'place',
      id: 'place',
      basis: authority.basis,
      value: {
        receive: authority.receive,
        decide: authority.decide,
        desk: authority.desk,
        anyCentre: authority.anyCentre,
        entry: online.entry,
        level: isSure(refs(online.source)) ? online.level : 'unknown',
        search: online.search,
        url: isSure(refs(online.source)) ? online.url : undefined,
      },
    }),
    ...procedure.ownSteps.map(({ id, title, todo, screen, when, source }) =>
      of(source, { field: 'steps', id, case: when, value: { title, todo, screen } }),
    ),
    ...steps
      .filter(([, { title, todo, screen }]) => [title, todo, screen].some((words) => words !== undefined))
      .map(([step, { title, todo, screen }]) =>
        of([], { field: 'steps', id: `${step}.own`, value: { title, todo, screen } }),
      ),
    ...steps.flatMap(([step, { notes }]) =>
      notes
        .filter(({ source }) => source === undefined || !isMemory(refs(source)))
        .map(({ id, text, when, source }) =>
          of(source ?? [], { field: 'steps', id: `${step}.${id}`, case: when, value: { text } }),
        ),
    ),
  ];
}

function generalLines(release: CompiledRelease): LockLine[] {
  const { flow, troubles, units, safety, states, returns } = release;
  const of = (
    dated: { sources: Readonly<Record<string, Source>>; asOf: string | null },
    source: readonly string[],
    entry: Plain,
    scope = 'base',
  ): LockLine =>
    line(entry, { procedure: '*', scope, sources: resolve(dated.sources, source), asOf: dated.asOf });
  const shown = { sources: flow.sources, asOf: flow.screenAsOf };
  const contact = ({ id, name, phone, email, address, hours }: (typeof units.contacts)[number]): Plain => ({
    field: 'contact',
    id,
    value: { name, phone, email, address, hours },
  });
  return [
    ...flow.steps.map(
      ({ id, title, todo, todoVneid, todoCounter, todoPostal, screen, screenVneid, when, source, ...more }) =>
        of(shown, source, {
          field: 'steps',
          id,
          case: when,
          value: {
            title,
            todo,
            todoVneid,
            todoCounter,
            todoPostal,
            screen,
            screenVneid,
            titleCounter: more.titleCounter,
            titlePostal: more.titlePostal,
            otherwise: more.otherwise,
            helperTheirs: more.helperTheirs,
            helperMine: more.helperMine,
            check: more.check,
          },
        }),
    ),
    ...flow.sideRoutes.map(({ id, title, text, source }) =>
      of(shown, source, { field: 'side-route', id, value: { title, text } }),
    ),
    ...troubles.flatMap((file) =>
      file.troubles.map(({ id, title, cause, fixes, source }) =>
        of(file, source, { field: 'trouble', id, value: { title, cause, fixes } }),
      ),
    ),
    ...(safety?.alarms ?? []).map(({ id, answer, source }) =>
      of(safety ?? shown, source, { field: 'safety', id, value: { answer } }),
    ),
    ...(states?.states ?? []).map(({ id, name, means, todo, lasts, source }) =>
      of(states ?? shown, source, { field: 'state', id, value: { name, means, todo, lasts } }),
    ),
    ...(returns?.reasons ?? []).map(({ id, title, means, fixes, source }) =>
      of(returns ?? shown, source, { field: 'return', id, value: { title, means, fixes } }),
    ),
    ...units.contacts
      .filter(({ status }) => status === 'verified')
      .map((entry) => of(units, entry.source, contact(entry))),
    ...units.units.flatMap(({ code, contacts }) =>
      contacts
        .filter(({ status }) => status === 'verified')
        .map((entry) => of(units, entry.source, contact(entry), code)),
    ),
    ...topicFiles(release).flatMap(({ topics, sources = {}, asOf = null }) =>
      topics
        .filter(({ answer, byAspect }) => answer !== undefined || byAspect !== undefined)
        .map(({ id, answer, byAspect, source = [] }) =>
          of({ sources, asOf: source.length > 0 ? asOf : null }, source, {
            field: 'topic',
            id,
            value: { answer, byAspect },
          }),
        ),
    ),
  ];
}

/** What differs between the lock and the data, one sentence a line; empty where nothing does. */
export function lockDifference(before: readonly LockLine[], now: readonly LockLine[]): string[] {
  const key = (entry: LockLine): string => [entry.scope, lockKey(entry)].join(' ');
  const byKey = (lines: readonly LockLine[]): Map<string, LockLine> =>
    new Map(lines.map((entry) => [key(entry), entry]));
  const [old, fresh] = [byKey(before), byKey(now)];
  const name = (entry: LockLine): string =>
    `${lockKey(entry)}${entry.scope === 'base' ? '' : ` (unit ${entry.scope})`}`;
  const differences = [
    ...[...old]
      .filter(([id]) => !fresh.has(id))
      .map(([, entry]) => `- ${name(entry)}: told before, not in the data any more`),
    ...[...fresh].flatMap(([id, entry]) => {
      const was = old.get(id);
      if (was === undefined) return [`+ ${name(entry)}: ${canonicalJson(entry.value)}`];
      return changes(was, entry).map((change) => `~ ${name(entry)}: ${change}`);
    }),
  ];
  return differences.toSorted((a, b) => compareText(a.slice(2), b.slice(2)));
}

function changes(before: LockLine, now: LockLine): string[] {
  const flat = ({ value, ...rest }: LockLine): Map<string, string> =>
    new Map(Object.entries({ ...rest, ...value }).map(([name, inner]) => [name, canonicalJson(inner)]));
  const [old, fresh] = [flat(before), flat(now)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name) ?? 'null', fresh.get(name) ?? 'null'];
    return was === is ? [] : [`${name} was ${was}, is now ${is}`];
  });
}
