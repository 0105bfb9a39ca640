import type { Release } from '../release.ts';
import type { Condition } from '../schema/condition.ts';
import type { Procedure } from '../schema/procedure.ts';
import type { Source } from '../schema/source.ts';
import { settle } from '../condition.ts';
import type { Situation } from '../situation.ts';
import type { Grounds } from './fact.ts';

/** The ground of one fact in this case. null: it does not apply. */
export function groundsOf(
  procedure: Procedure,
  entry: { readonly id: string; readonly when?: Condition | undefined; readonly source: readonly string[] },
  at: Situation,
): Grounds | null {
  const { applies, open } =
    entry.when === undefined ? ({ applies: 'yes', open: [] } as const) : settle(entry.when, at);
  if (applies === 'no') return null;
  const sources = resolve(procedure.sources, entry.source);
  return {
    procedure: procedure.id,
    id: entry.id,
    applies,
    openQuestions: open,
    sources,
    asOf: procedure.asOf,
    expired: at.date > procedure.review,
    sure: isSure(sources),
  };
}

/** Sources by their keys; the same source under two keys once. */
export function resolve(sources: Readonly<Record<string, Source>>, refs: readonly string[]): Source[] {
  return [...new Set(refs)].flatMap((ref) => {
    const source = Object.hasOwn(sources, ref) ? sources[ref] : undefined;
    return source === undefined ? [] : [source];
  });
}

/** Memory is no source; what remains must be there, and none of it low. */
export function isSure(sources: readonly Source[]): boolean {
  const seen = sources.filter(({ kind }) => kind !== 'memory');
  return seen.length > 0 && seen.every(({ confidence }) => confidence !== 'low');
}

export function isMemory(sources: readonly Source[]): boolean {
  return sources.every(({ kind }) => kind === 'memory');
}

/** Who can tell, in the order to ask: the desk of the unit, and contacts that may be shown. */
export function whoKnows(release: Release, procedure: Procedure, named: readonly string[] = []): string[] {
  const shown = named.filter((id) => DESKS.has(id) || release.contacts.has(id));
  if (shown.length > 0) return shown;
  return [procedure.authority.desk === 'police' ? 'ward-police' : 'ward'];
}

export const DESKS: ReadonlySet<string> = new Set(['ward', 'ward-police']);
