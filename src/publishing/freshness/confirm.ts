import type { z } from 'zod';
import type { LocalDate } from '#root/clock.ts';
import type { Json } from '#root/json.ts';
import { groupOf } from '../places/json-group.ts';
import type { confirmBody } from './contract.ts';

type Confirmation = Pick<z.output<typeof confirmBody>, 'source' | 'review'>;

/**
 * The entry as it stands, looked at today: its dates moved, and the source by which it was found to hold added where it
 * is a new one. null: it names a source that the entry does not have.
 */
export function confirmedValue(value: Json, { source, review }: Confirmation, today: LocalDate): Json | null {
  const entry = groupOf(value);
  const sources = groupOf(entry['sources']);
  const dated = { ...entry, asOf: today, review };
  if ('id' in source) return sources[source.id] === undefined ? null : dated;
  const { url, date, ...rest } = source;
  const added = { ...rest, ...(url === undefined ? {} : { url }), ...(date === undefined ? {} : { date }) };
  const known = Object.values(sources).some((one) => url !== undefined && groupOf(one)['url'] === url);
  return known
    ? dated
    : { ...dated, sources: { ...sources, [freeName(sources, `xem-lai-${today}`)]: added } };
}

/** Names of sources are kept for ever: a second look on one day gets another. */
function freeName(sources: Readonly<Record<string, unknown>>, wanted: string): string {
  let name = wanted;
  for (let n = 2; sources[name] !== undefined; n += 1) name = `${wanted}-${String(n)}`;
  return name;
}
