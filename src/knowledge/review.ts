import type { LocalDate } from '#root/clock.ts';
import { within } from './situation.ts';
import { isSure, resolve } from './facts/grounds.ts';
import type { CompiledRelease } from './release.ts';
import type { Procedure } from './schema/procedure.ts';
import { say } from './schema/text.ts';

/** Knowledge that is to be looked at again. */
export interface Due {
  /** The field of a procedure, or the kind of file. */
  readonly group: string;
  readonly id: string;
  readonly name: string;
  /** Last looked at, and to be looked at again by. */
  readonly asOf: LocalDate;
  readonly review: LocalDate;
  /** Why then: what its sources say about a change to come. Empty: only because time has passed. */
  readonly why: readonly string[];
}

/** Everything whose review date is before `date`, by group, the longest overdue first. */
export function dueForReview(release: CompiledRelease, date: LocalDate): Map<string, Due[]> {
  const due = datedParts(release)
    .filter(({ review }) => review < date)
    .toSorted((a, b) => a.review.localeCompare(b.review) || a.id.localeCompare(b.id));
  const groups = Map.groupBy(due, ({ group }) => group);
  return new Map([...groups].toSorted(([a], [b]) => a.localeCompare(b, 'vi')));
}

function datedParts({ procedures, units, troubles, faq, safety, states, returns }: CompiledRelease): Due[] {
  const files: [id: string, file: { asOf: string; review: string } | null][] = [
    ['units', units],
    ['safety', safety],
    ['states', states],
    ['returns', returns],
    ...faq.map((file): [string, typeof file] => [`faq ${file.topics[0]?.id ?? ''} …`, file]),
    ...troubles.map((file, i): [string, typeof file] => [
      `troubles ${file.troubles[0]?.id ?? String(i)} …`,
      file,
    ]),
  ];
  return [
    ...procedures.map((procedure) => ({
      group: procedure.field,
      id: procedure.scope === 'base' ? procedure.id : `${procedure.scope}/${procedure.id}`,
      name: say(procedure.name),
      asOf: procedure.asOf,
      review: procedure.review,
      why: changesToCome(procedure),
    })),
    ...files.flatMap(([id, file]) =>
      file === null
        ? []
        : [{ group: '(chung)', id, name: id, asOf: file.asOf, review: file.review, why: [] }],
    ),
  ];
}

const TO_COME =
  /hiệu lực|thay (?:cho|thế)|hết hạn|từ \d{1,2}\/\d{1,2}\/20\d{2}|đến \d{1,2}\/\d{1,2}\/20\d{2}/;

const changesToCome = ({ sources }: Procedure): string[] =>
  Object.values(sources).flatMap(({ title, supports }) =>
    supports !== undefined && TO_COME.test(supports) ? [`${title}: ${supports}`] : [],
  );

/** Whether "how much" is answered with a number: for every case, for some, for none. */
export interface Amounts {
  readonly all: readonly string[];
  readonly some: readonly string[];
  readonly none: readonly string[];
}

/** The wards' list: what a resident asks first, and only they can say. Copies and other extras do not count. */
export function amountsKnown({ procedures }: CompiledRelease, date: LocalDate): Amounts {
  const share = (procedure: Procedure): keyof Amounts => {
    const due = procedure.fees.filter((fee) => !fee.extra && within(date, fee));
    const known = due.filter(
      ({ amount, source }) => amount !== 'unknown' && isSure(resolve(procedure.sources, source)),
    );
    if (known.length === 0) return 'none';
    return known.length === due.length ? 'all' : 'some';
  };
  const groups = Map.groupBy(
    procedures.filter(({ scope }) => scope === 'base'),
    share,
  );
  const ids = (of: keyof Amounts): string[] => (groups.get(of) ?? []).map(({ id }) => id);
  return { all: ids('all'), some: ids('some'), none: ids('none') };
}

/** Papers whose condition nobody structured: an officer decides. `procedure/paper`. */
export const askedOfStaff = ({ procedures }: CompiledRelease): string[] =>
  procedures
    .filter(({ scope }) => scope === 'base')
    .flatMap(({ id, documents }) =>
      documents.filter(({ need }) => need === 'ask-staff').map((document) => `${id}/${document.id}`),
    );
