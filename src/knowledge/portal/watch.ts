import { createHash } from 'node:crypto';
import { z } from 'zod';
import { foldWords } from './same-paper.ts';
import type { PortalRecord } from './record.ts';

/** What a record said when it was last looked at: enough to see a change, too little to copy the page. */
export const seenRecordSchema = z.strictObject({
  procedure: z.string(),
  code: z.string(),
  /** The day of the export, and its format: one of the two leaves things out. */
  asOf: z.iso.date(),
  format: z.enum(['text', 'json']),
  decision: z.string().nullable(),
  name: z.string(),
  /** `online 3 working-day`. */
  times: z.array(z.string()),
  /** `online 7000`. */
  fees: z.array(z.string()),
  /** Fingerprint of each paper and the beginning of its name. */
  documents: z.array(z.strictObject({ print: z.string(), name: z.string() })),
  executing: z.string().nullable(),
  authority: z.string().nullable(),
  result: z.string().nullable(),
  laws: z.array(z.string()),
});
export type SeenRecord = z.infer<typeof seenRecordSchema>;

export function seen(
  procedure: string,
  record: PortalRecord,
  asOf: string,
  format: SeenRecord['format'],
): SeenRecord {
  const sorted = (words: readonly string[]): string[] => [...new Set(words)].toSorted();
  return {
    procedure,
    code: record.code,
    asOf,
    format,
    decision: record.decision,
    name: record.name,
    times: sorted(
      record.ways.map(
        ({ channel, time }) => `${channel} ${time === null ? 'none' : `${time.amount} ${time.unit}`}`,
      ),
    ),
    fees: sorted(
      record.ways.flatMap(({ channel, fees }) =>
        fees.map(({ amount }) => `${channel} ${amount ?? 'unclear'}`),
      ),
    ),
    documents: record.documents
      .map(({ name, originals, copies }) => ({
        print: print([name, originals, copies]),
        name: name.slice(0, 60),
      }))
      .toSorted((a, b) => (a.print < b.print ? -1 : 1)),
    executing: record.executing,
    authority: record.authority,
    result: record.result === null ? null : print([record.result]),
    laws: sorted(record.laws),
  };
}

/** Punctuation, spaces and accents that an export changes are no change of the paper. */
const print = (parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(foldWords(parts.join(' ')).join(' '))
    .digest('hex')
    .slice(0, 12);

/** What changed officially, one sentence a change. Between formats only what both say in full is compared. */
export function changesSince(before: SeenRecord, now: SeenRecord): string[] {
  const same = before.format === now.format;
  const line = (what: string, was: string | null, is: string | null): string[] =>
    was === is ? [] : [`${what} was ${was ?? 'not given'}, is now ${is ?? 'not given'}`];
  return [
    ...line('decision', before.decision, now.decision),
    ...(folded(before.name) === folded(now.name) ? [] : line('name', before.name, now.name)),
    ...lists('time', before.times, now.times),
    // The flattened pages give the first of several fees only.
    ...(same ? lists('fee', before.fees, now.fees) : []),
    ...lists('law', before.laws, now.laws),
    ...(same ? papers(before, now) : []),
    ...(same
      ? [
          ...line('executing body', before.executing, now.executing),
          ...line('competent body', before.authority, now.authority),
        ]
      : []),
    ...(same && before.result !== now.result ? ['result: other words'] : []),
  ];
}

const folded = (words: string): string => foldWords(words).join(' ');

function lists(what: string, was: readonly string[], is: readonly string[]): string[] {
  const gone = was.filter((one) => !is.includes(one));
  const fresh = is.filter((one) => !was.includes(one));
  return gone.length + fresh.length === 0
    ? []
    : [`${what}: ${[...gone.map((one) => `- ${one}`), ...fresh.map((one) => `+ ${one}`)].join(', ')}`];
}

function papers(before: SeenRecord, now: SeenRecord): string[] {
  const not = (some: SeenRecord['documents'], others: SeenRecord['documents']): SeenRecord['documents'] =>
    some.filter(({ print: of }) => !others.some((other) => other.print === of));
  return [
    ...not(before.documents, now.documents).map(({ name }) => `paper gone or reworded: ${name}`),
    ...not(now.documents, before.documents).map(({ name }) => `paper new or reworded: ${name}`),
  ];
}
