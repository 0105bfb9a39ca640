import type { Procedure } from '../schema/procedure.ts';
import { say } from '../schema/text.ts';
import { durationsIn, sameDuration, type Duration } from './durations.ts';
import { lawsIn, type PortalRecord } from './record.ts';
import { ALIKE, foldWords, likeness } from './same-paper.ts';

export interface FieldDifference {
  /** What an acceptance names: `time`, `fee`, `documents`, `legalBasis`, `name`, `body`, `result`. */
  readonly field: 'name' | 'time' | 'fee' | 'documents' | 'body' | 'result' | 'legalBasis';
  /** `only-there`: the portal says it and we do not; `only-here`: the other way round. */
  readonly kind: 'only-there' | 'only-here' | 'differs';
  readonly words: string;
}

/**
 * Where our entry and the portal's record differ, field by field. A hint for a person, not a verdict: our words are
 * plain, our cases finer, and an amount of 0 in the record is often a placeholder where the city decides.
 */
export function compareRecord(procedure: Procedure, record: PortalRecord): FieldDifference[] {
  return [
    ...nameDifference(procedure, record),
    ...timeDifferences(procedure, record),
    ...feeDifferences(procedure, record),
    ...documentDifferences(procedure, record),
    ...resultDifference(procedure, record),
    ...bodyDifferences(procedure, record),
    ...lawDifferences(procedure, record),
  ];
}

const folded = (words: string): string => foldWords(words.replace(/^thủ tục /i, '')).join(' ');

function nameDifference({ name }: Procedure, record: PortalRecord): FieldDifference[] {
  const same = folded(say(name)) === folded(record.name);
  return same ? [] : [{ field: 'name', kind: 'differs', words: `"${say(name)}"; there "${record.name}"` }];
}

const spoken = ({ amount, unit }: Duration): string => `${amount} ${unit}`;

/** A whole that is our amount with something on top counts as said. */
function timeDifferences({ time }: Procedure, record: PortalRecord): FieldDifference[] {
  const ways = record.ways.flatMap(({ time: given }): Duration[] =>
    given === null || given.unit === 'other' ? [] : [{ amount: given.amount, unit: given.unit }],
  );
  // "1 OTHER" is a number without a unit, mostly "within the day": it neither proves nor denies.
  const bare = new Set(
    record.ways.flatMap(({ time: given }) => (given?.unit === 'other' ? [given.amount] : [])),
  );
  const anywhere = [
    ...ways,
    ...durationsIn([record.prose, ...record.ways.map(({ note }) => note)].join('\n')),
  ];
  const ours = time.flatMap(({ amount, unit, plus }): Duration[] =>
    amount === 'unknown'
      ? []
      : [{ amount, unit }, ...plus.map((more) => ({ amount: amount + more.amount, unit: more.unit }))],
  );
  const main = time.flatMap(({ amount, unit }): Duration[] =>
    amount === 'unknown' ? [] : [{ amount, unit }],
  );
  const without = (some: readonly Duration[], others: readonly Duration[]): Duration[] =>
    some.filter(
      (one, i) =>
        !others.some((other) => sameDuration(one, other)) &&
        some.findIndex((first) => sameDuration(first, one)) === i,
    );
  return [
    ...without(main, anywhere)
      .filter((one) => !bare.has(one.amount) && !(one.amount === 0 && bare.has(1)))
      .map((one) => ({ field: 'time', kind: 'only-here', words: spoken(one) }) as const),
    ...without(ways, ours).map((one) => ({ field: 'time', kind: 'only-there', words: spoken(one) }) as const),
  ];
}

function feeDifferences({ fees }: Procedure, record: PortalRecord): FieldDifference[] {
  const there = record.ways.flatMap((way) => way.fees);
  const words = [...there.map((fee) => fee.words), ...record.ways.map(({ note }) => note), record.prose].join(
    '\n',
  );
  const inWords = new Set(
    [...words.matchAll(/(\d{1,3}(?:[.,]\d{3})+) ?(?:đ|vn)/giu)].map(([, said = '']) =>
      Number(said.replaceAll(/[.,]/g, '')),
    ),
  );
  const amounts = new Set(there.flatMap(({ amount }) => (amount === null ? [] : [amount])));
  const ours = new Set(fees.flatMap(({ amount }) => (amount === 'unknown' ? [] : [amount])));
  // Copies are priced in a record of their own.
  const extras = new Set(
    fees.flatMap(({ amount, extra }) => (extra && amount !== 'unknown' ? [amount] : [])),
  );
  return [
    ...[...ours]
      .filter((amount) => !extras.has(amount) && !amounts.has(amount) && !inWords.has(amount))
      .map((amount) => ({ field: 'fee', kind: 'only-here', words: `${amount} đồng` }) as const),
    ...[...amounts]
      .filter((amount) => amount > 0 && !ours.has(amount))
      .map((amount) => ({ field: 'fee', kind: 'only-there', words: `${amount} đồng` }) as const),
  ];
}

/** An export without its table of papers says nothing about them. */
function documentDifferences({ documents }: Procedure, record: PortalRecord): FieldDifference[] {
  if (record.documents.length === 0) return [];
  const names = documents.map((document) =>
    [document.name, document.note, document.formCode]
      .map((text) => (text === undefined ? '' : say(text)))
      .join(' '),
  );
  const alike = (ours: string, theirs: string): boolean => likeness(ours, theirs) >= ALIKE;
  return [
    ...documents
      .filter(
        (document, i) =>
          document.form !== 'info' &&
          !record.documents.some(
            ({ name, group }) => alike(names[i] ?? '', name) || alike(say(document.name), `${group} ${name}`),
          ),
      )
      .map(
        ({ id, name }) => ({ field: 'documents', kind: 'only-here', words: `${id}: ${say(name)}` }) as const,
      ),
    ...record.documents
      // A row of which none is wanted is an explanation.
      .filter(({ originals, copies }) => originals + copies > 0)
      .filter(({ name }) => !names.some((ours) => alike(ours, name)))
      .map(({ name }) => ({ field: 'documents', kind: 'only-there', words: name }) as const),
  ];
}

function resultDifference({ result }: Procedure, record: PortalRecord): FieldDifference[] {
  if (record.result === null) return [];
  const ours = result.map(({ text }) => say(text)).join(' ');
  return likeness(ours, record.result) >= ALIKE
    ? []
    : [{ field: 'result', kind: 'differs', words: `there "${record.result}"` }];
}

function bodyDifferences({ authority }: Procedure, record: PortalRecord): FieldDifference[] {
  const ours = `${say(authority.receive)} ${say(authority.decide)}`;
  return [record.executing, record.authority].flatMap((body): FieldDifference[] =>
    body === null || body.split(/[,;]/).some((one) => likeness(ours, one) >= ALIKE)
      ? []
      : [{ field: 'body', kind: 'only-there', words: body }],
  );
}

function lawDifferences({ legalBasis }: Procedure, record: PortalRecord): FieldDifference[] {
  const ours = new Set(lawsIn(legalBasis.join('; ')));
  const missing = record.laws.filter((law) => !ours.has(law));
  return missing.length === 0 ? [] : [{ field: 'legalBasis', kind: 'only-there', words: missing.join(', ') }];
}
