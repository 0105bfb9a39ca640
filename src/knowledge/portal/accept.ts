import { parseDocument, isSeq } from 'yaml';
import { lawsIn, type PortalRecord } from './record.ts';

/** What can be taken over word for word. Everything else is told to residents in our own words: a person writes it. */
export const acceptable = ['time', 'legalBasis'] as const;
export type Acceptable = (typeof acceptable)[number];

/**
 * The text of our entry with one field taken from the record; comments and order stay. Throws a sentence that says why
 * where it cannot be taken over by a machine.
 */
export function accept(yaml: string, field: Acceptable, record: PortalRecord, asOf: string): string {
  const document = parseDocument(yaml);
  const source = sourceOf(record, asOf);
  const key = `cong-${asOf.replaceAll('-', '')}`;
  if (field === 'legalBasis') {
    const laws = document.get('legalBasis');
    const ours = isSeq(laws) ? laws.items.map(String) : [];
    const known = new Set(lawsIn(ours.join('; ')));
    document.set(
      'legalBasis',
      document.createNode([...ours, ...record.laws.filter((law) => !known.has(law))]),
    );
    return String(document);
  }
  const times = record.ways.flatMap(({ time }) => (time === null || time.unit === 'other' ? [] : [time]));
  const [first] = times;
  if (first === undefined || times.some(({ amount, unit }) => amount !== first.amount || unit !== first.unit))
    throw new Error('the record gives no single time for all channels: write it by hand');
  const ours = document.get('time');
  if (!isSeq(ours) || ours.items.length !== 1)
    throw new Error('our entry has several times for several cases: change them by hand');
  document.setIn(['time', 0, 'amount'], first.amount);
  document.setIn(['time', 0, 'unit'], first.unit);
  document.setIn(['time', 0, 'basis'], 'found');
  document.setIn(['time', 0, 'source'], document.createNode([key]));
  document.setIn(['sources', key], document.createNode(source));
  return String(document);
}

const sourceOf = ({ name, code, decision, url }: PortalRecord, date: string) => ({
  title: `Cổng Dịch vụ công quốc gia – ${name} (${[code, decision].filter((part) => part !== null).join(', ')})`,
  ...(url === null ? {} : { url }),
  date,
  kind: 'official',
  confidence: 'high',
});
