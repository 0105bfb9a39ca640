import { addDays } from '#knowledge/dates.ts';
import { sourcesSchema } from '#knowledge/schema/source.ts';
import type { LocalDate } from '#root/clock.ts';
import type { Json } from '#root/json.ts';
import { REASONS, type ReasonKind } from './reason-kinds.ts';
import { groupOf, isGroup, isList, listOf, wordsOf } from '../places/json-group.ts';

export interface Reason {
  readonly kind: ReasonKind;
  /** Dates, labels of fees, titles of sources, links: what it is about. */
  readonly about: readonly string[];
}

export interface Judged {
  readonly value: Json;
  readonly asOf: LocalDate | null;
  readonly review: LocalDate | null;
}

/** So long before its date an entry may be looked at in peace. */
const SOON_DAYS = 30;

/** `dead`: links that are known to lead nowhere. */
export function reasonsFor(
  { value, review }: Judged,
  today: LocalDate,
  dead: (url: string) => boolean,
): readonly Reason[] {
  const { links, weak, fees } = contentOf(value);
  const found: Readonly<Record<ReasonKind, readonly string[]>> = {
    overdue: review !== null && review < today ? [review] : [],
    'dead-link': links.filter(dead),
    'unknown-fee': fees
      .filter(({ from, to }) => (from ?? '') <= today && (to ?? '9999') >= today)
      .map(({ label }) => label),
    weak,
    soon: review !== null && review >= today && review <= addDays(today, SOON_DAYS) ? [review] : [],
  };
  return REASONS.filter((kind) => found[kind].length > 0).map((kind) => ({ kind, about: found[kind] }));
}

interface Content {
  readonly links: readonly string[];
  /** Titles of the weak sources that something rests on alone. */
  readonly weak: readonly string[];
  readonly fees: readonly {
    readonly label: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

/** An entry's value is never changed: what stands in it is read once. */
const read = new WeakMap<object, Content>();

function contentOf(value: Json): Content {
  if (typeof value !== 'object' || value === null) return { links: [], weak: [], fees: [] };
  const known = read.get(value);
  if (known !== undefined) return known;
  const content = { links: linksIn(value), weak: weakIn(value), fees: unknownFees(value) };
  read.set(value, content);
  return content;
}

/** Of the entry's sources, each once. */
export function linksIn(value: Json): readonly string[] {
  const urls = Object.values(groupOf(groupOf(value)['sources'])).map((source) => groupOf(source)['url']);
  return [...new Set(urls.filter((url) => typeof url === 'string'))];
}

function weakIn(value: Json): readonly string[] {
  const parsed = sourcesSchema.safeParse(groupOf(value)['sources']);
  const sources = parsed.success ? parsed.data : {};
  const isWeak = (id: string): boolean =>
    sources[id] !== undefined && (sources[id].confidence === 'low' || sources[id].kind === 'memory');
  const titles = new Set<string>();
  const walk = (inner: Json, name: string): void => {
    if (isList(inner)) {
      const ids = inner.filter((id) => typeof id === 'string');
      // Something that a better source says as well is sure enough.
      if (name === 'source' && ids.length > 0 && ids.every(isWeak)) {
        for (const id of ids) titles.add(sources[id]?.title ?? id);
      }
      for (const next of inner) walk(next, '');
    } else if (isGroup(inner)) {
      for (const [key, next] of Object.entries(inner)) walk(next, key);
    }
  };
  walk(value, '');
  return [...titles];
}

/** What the procedure itself costs and nobody knows; copies and other extras do not count. */
const unknownFees = (value: Json): Content['fees'] =>
  listOf(groupOf(value)['fees'])
    .map(groupOf)
    .filter(({ amount, extra }) => amount === 'unknown' && extra !== true)
    .map(({ label, id, from, to }) => ({
      label: wordsOf(label) ?? (typeof id === 'string' ? id : ''),
      from: typeof from === 'string' ? from : null,
      to: typeof to === 'string' ? to : null,
    }));
