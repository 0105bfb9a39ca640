import type { LocalDate } from '#root/clock.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import type { Officer } from '#staff/officer.ts';
import { fold } from '#understanding/text.ts';
import { groupOf } from '../places/json-group.ts';
import { keyText } from '../places/place.ts';
import type { Drafts, Entry, EntryKind } from '../ports.ts';
import type { WorkItem } from './contract.ts';
import { REASONS, type ReasonKind } from './reason-kinds.ts';
import { linksIn, reasonsFor } from './reasons.ts';
import type { LinkRow, WorkRow } from './repository.ts';

/** Kinds whose entries say when they were looked at, or rest on sources. */
export const DATED: readonly EntryKind[] = [
  'procedure',
  'faq',
  'trouble',
  'topic',
  'state',
  'return',
  'unit',
];

/** One answer of this kind is no bad day any more. */
const SURE: Readonly<Record<LinkRow['state'], number>> = { ok: 0, unasked: 0, gone: 2, moved: 2, failed: 3 };

export const isDead = ({ state, failures }: Pick<LinkRow, 'state' | 'failures'>): boolean =>
  SURE[state] > 0 && failures >= SURE[state];

export interface WorkListParts {
  readonly drafts: Pick<Drafts, 'entries'>;
  readonly links: readonly LinkRow[];
  readonly works: readonly WorkRow[];
  readonly today: LocalDate;
}

/**
 * What is to be looked at again in a scope, the most pressing first. A unit sees its own entries, and of the shared
 * ones the fees that nobody but a ward can tell.
 */
export function workList(scope: Scope, { drafts, links, works, today }: WorkListParts): readonly WorkItem[] {
  const byUrl = new Map(links.map((link) => [link.url, link]));
  const dead = (url: string): boolean => {
    const link = byUrl.get(url);
    return link !== undefined && isDead(link);
  };
  const byKey = new Map(works.map((work) => [keyText(work.key), work]));
  const items = DATED.flatMap((kind) => drafts.entries(scope, kind)).flatMap((entry): readonly WorkItem[] => {
    const own = entry.key.scope === scope;
    const judged = { ...datesOf(entry), value: entry.value };
    const reasons = reasonsFor(judged, today, dead).filter(({ kind }) => own || kind === 'unknown-fee');
    if (reasons.length === 0) return [];
    const work = byKey.get(keyText(entry.key));
    const confirmed = work?.confirmed?.hash === entry.hash ? work.confirmed : null;
    return [
      {
        key: entry.key,
        title: entry.title,
        asOf: judged.asOf,
        review: judged.review,
        reasons,
        sources: sourcesOf(entry),
        links: linksIn(entry.value)
          .filter(dead)
          .flatMap((url) => {
            const { state, detail, lookedAt, failingSince } = byUrl.get(url) ?? never;
            return [{ url, state, detail, lookedAt, failingSince }];
          }),
        taken: work?.taken ?? null,
        confirmed: confirmed === null ? null : { name: confirmed.name, at: confirmed.at },
        confirmable: own && judged.review !== null,
      },
    ];
  });
  return items.toSorted(
    (a, b) => pressing(a) - pressing(b) || (a.review ?? '').localeCompare(b.review ?? ''),
  );
}

const never = { state: 'unasked', detail: '', lookedAt: 0, failingSince: null } as const;

export interface WorkFilter {
  readonly reason: ReasonKind | null;
  /** Only what this officer took. */
  readonly by: Pick<Officer, 'id'> | null;
  readonly q: string;
}

export function filtered(items: readonly WorkItem[], { reason, by, q }: WorkFilter): readonly WorkItem[] {
  const wanted = fold(q).trim();
  return items.filter(
    ({ reasons, taken, title, key }) =>
      (reason === null || reasons.some(({ kind }) => kind === reason)) &&
      (by === null || taken?.by === by.id) &&
      (wanted === '' || fold(`${title} ${key.id}`).includes(wanted)),
  );
}

export function countsOf(items: readonly WorkItem[]): Record<ReasonKind, number> {
  const counts = { overdue: 0, 'dead-link': 0, 'unknown-fee': 0, weak: 0, soon: 0 };
  for (const { reasons } of items) for (const { kind } of reasons) counts[kind] += 1;
  return counts;
}

const pressing = ({ reasons, confirmed }: WorkItem): number =>
  REASONS.indexOf(reasons[0]?.kind ?? 'soon') + (confirmed === null ? 0 : REASONS.length);

export function datesOf({ value }: Pick<Entry, 'value'>): { asOf: string | null; review: string | null } {
  const { asOf, review } = groupOf(value);
  return { asOf: typeof asOf === 'string' ? asOf : null, review: typeof review === 'string' ? review : null };
}

const sourcesOf = ({ value }: Entry): WorkItem['sources'] =>
  Object.entries(groupOf(groupOf(value)['sources'])).map(([id, source]) => {
    const { title, url } = groupOf(source);
    return { id, title: typeof title === 'string' ? title : id, url: typeof url === 'string' ? url : null };
  });
