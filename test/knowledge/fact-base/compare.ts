import { z } from 'zod';
import { sameDuration, type Duration } from '#knowledge/portal/durations.ts';
import { ALIKE, foldWords, likeness } from '#knowledge/portal/same-paper.ts';
import type { LockLine } from '#knowledge/lock.ts';
import type { BaseProcedure } from './read.ts';

/** What a lock line says that the structured fields of the fact base do not say, one sentence each. */
export function differences(line: LockLine, base: BaseProcedure): string[] {
  const compare = fields[line.field];
  return compare === undefined ? [] : compare(line, base);
}

type Compare = (line: LockLine, base: BaseProcedure) => string[];

const fields: Readonly<Record<string, Compare>> = { fee, time, documents: paper, place };

function fee({ value, channel }: LockLine, base: BaseProcedure): string[] {
  const amount = value['amount'];
  if (typeof amount !== 'number') return [];
  const named = base.fees.filter((other) => other.amount === amount);
  if (named.length === 0)
    return [`${amount} đồng; there: ${base.fees.map((other) => other.amount).join(', ')}`];
  const told = channel === 'any' || channel === null ? ['online', 'counter', 'postal'] : [channel];
  return told
    .filter((way) => !named.some(({ channels }) => channels.has(way)))
    .map(
      (way) =>
        `${amount} đồng ${way}; there only ${named.map(({ channels }) => Array.from(channels).join(', ')).join('; ')}`,
    );
}

/** What comes on top is there as an amount of its own or within a whole ("8, in hard places 13" is 8 and 5 more). */
function time({ value }: LockLine, base: BaseProcedure): string[] {
  if (value['amount'] === 'unknown') return [];
  const own = durationSchema.parse(value);
  const plus = z.array(durationSchema).parse(value['plus'] ?? []);
  const there = (duration: Duration): boolean => base.times.some((other) => sameDuration(other, duration));
  return [
    ...(there(own) ? [] : [own]),
    ...plus.filter(
      ({ amount, unit }) => !there({ amount, unit }) && !there({ amount: own.amount + amount, unit }),
    ),
  ].map(({ amount, unit }) => `${amount} ${unit}; there: ${base.timeWords}`);
}

const durationSchema = z.object({
  amount: z.number(),
  unit: z.enum(['working-day', 'day', 'working-hour', 'hour', 'month']),
});

const textOf = (text: unknown): string =>
  typeof text === 'string' ? text : ((text as { vi?: string } | undefined)?.vi ?? '');

function paper({ value }: LockLine, base: BaseProcedure): string[] {
  const name = textOf(value['name']);
  // What is only told (a plot number, a reason) is no paper.
  const alike =
    value['form'] === 'info' ||
    base.documents.some((other) =>
      [other.name, other.form ?? '', `${other.name} ${other.condition ?? ''}`].some(
        (words) => likeness(name, words) >= ALIKE,
      ),
    );
  const code = value['formCode'];
  const forms = base.documents.map(({ name: of, form }) => new Set(foldWords(`${of} ${form ?? ''}`)));
  const numbers = typeof code === 'string' ? foldWords(code).filter((word) => /\d/.test(word)) : [];
  return [
    ...(alike ? [] : [`a paper "${name}"`]),
    ...(numbers.length === 0 || forms.some((words) => numbers.every((number) => words.has(number)))
      ? []
      : [`the form ${String(code)}`]),
  ];
}

/** Bodies by the words that name them; a body in ours that the fact base does not name is a difference. */
const BODIES: Readonly<Record<string, RegExp>> = {
  police: /cong an|canh sat|quan ly can cuoc|dinh danh/,
  'land office': /dang ky dat dai/,
  tax: /co quan thue|chi cuc thue|thue co so/,
  insurance: /bao hiem xa hoi/,
  department: /\bso (noi vu|tu phap|giao duc|van hoa|y te|xay dung|nong nghiep|an toan|khoa hoc)/,
  school: /truong (tieu|trung|mam|noi)|hieu truong|nha truong|co so giao duc/,
  military: /ban chi huy quan su|quan doi/,
  city: /(uy ban nhan dan|ubnd) (thanh pho|cap tinh|tinh)|chu tich (uy ban nhan dan|ubnd) (thanh pho|tinh)/,
  commune:
    /(ubnd|uy ban nhan dan)( cap)? (xa|phuong)|cap xa|(xa|phuong) (phuong|xa)|quay|mot cua|trung tam phuc vu hanh chinh cong/,
};

function place({ value }: LockLine, base: BaseProcedure): string[] {
  const there = foldWords(base.authority).join(' ');
  return (['receive', 'decide'] as const).flatMap((part) => {
    const ours = foldWords(textOf(value[part])).join(' ');
    return Object.entries(BODIES)
      .filter(([, names]) => names.test(ours) && !names.test(there))
      .map(([body]) => `${part}: ${body} ("${textOf(value[part])}"); there: ${base.authority}`);
  });
}
