import { atomsOf, questionsIn, settle } from '../condition.ts';
import { within } from '../situation.ts';
import type { LocalDate } from '#root/clock.ts';
import { addDays } from '../dates.ts';
import { askable } from '../facts/case.ts';
import type { Fault } from '../fault.ts';
import type { Data, Sourced } from '../load.ts';
import type { Condition } from '../schema/condition.ts';
import { submissionChannels } from '../schema/ids.ts';
import type { Procedure } from '../schema/procedure.ts';
import { conditionsOf, listsNamed, type Path } from './walk.ts';

/** Conditions name what exists and can hold; questions can be asked and decide something; one line a case. */
export function conditionFaults(data: Data): Fault[] {
  return [
    ...data.procedures.flatMap((sourced) => [
      ...nameFaults(sourced),
      ...questionFaults(sourced),
      ...impossible(sourced),
      ...overlaps(sourced),
      ...gaps(sourced),
    ]),
    ...(data.flow === null ? [] : flowFaults(data.flow)),
  ];
}

function nameFaults({ content, source, at }: Sourced<Procedure>): Fault[] {
  return conditionsOf(content).flatMap(({ path, condition }) =>
    atomsOf(condition).flatMap((atom) => {
      if (!('q' in atom)) return [];
      const here = [...at, ...path];
      if (!Object.hasOwn(content.questions, atom.q))
        return [source.fault(here, `there is no question "${atom.q}"`)];
      const options = content.questions[atom.q]?.options ?? {};
      return ('is' in atom ? [atom.is] : atom.in)
        .filter((option) => !Object.hasOwn(options, option))
        .map((option) => source.fault(here, `the question "${atom.q}" has no option "${option}"`));
    }),
  );
}

function questionFaults({ content, source, at }: Sourced<Procedure>): Fault[] {
  const ids = Object.keys(content.questions);
  const deciding = new Set([
    ...conditionsOf(content).flatMap(({ condition }) => questionsIn(condition)),
    ...listsNamed('asks', content).flatMap(({ ids }) => ids),
  ]);
  return Object.entries(content.questions).flatMap(([id, { when, options }], i) => {
    const here = [...at, 'questions', id];
    const ahead = when === undefined ? [] : questionsIn(when).filter((named) => ids.indexOf(named) >= i);
    const says = Object.values(options).flatMap((option) => option.says.map(sameWords));
    const twice = new Set(says.filter((words, k) => says.indexOf(words) !== k));
    return [
      ahead.map((named) => source.fault([...here, 'when'], `"${named}" must be asked before this question`)),
      deciding.has(id) ? [] : [source.fault(here, `the question "${id}" decides nothing`)],
      [...twice].map((words) =>
        source.fault([...here, 'options'], `"${words}" stands under this question twice`, 'warning'),
      ),
    ].flat();
  });
}

const sameWords = (words: string): string => words.normalize('NFC').toLowerCase().trim();

function impossible({ content, source, at }: Sourced<Procedure>): Fault[] {
  return conditionsOf(content).flatMap(({ path, condition }) =>
    canHold(content, [condition], null) ? [] : [source.fault([...at, ...path], 'this can never hold')],
  );
}

/** Whether the conditions can hold together, on some day of the range. */
function canHold(
  procedure: Procedure,
  conditions: readonly Condition[],
  channel: Procedure['fees'][number]['channel'] | null,
  range: { from?: string | undefined; to?: string | undefined } = {},
): boolean {
  if (conditions.length === 0) return true;
  return daysOf(
    conditions,
    [procedure.asOf, range.from, range.to].filter((day) => day !== undefined),
  )
    .filter((date) => within(date, range))
    .some((date) => settle({ all: [...conditions] }, blank(procedure, date, channel)).applies !== 'no');
}

const blank = (
  procedure: Procedure,
  date: LocalDate,
  channel: Procedure['fees'][number]['channel'] | null,
) => ({
  procedure: procedure.id,
  answers: {},
  channel: channel === 'any' ? null : channel,
  unit: null,
  date,
  questions: askable(procedure),
});

/** The days on which something about the conditions can change, with the days around them. */
function daysOf(conditions: readonly Condition[], others: readonly LocalDate[]): LocalDate[] {
  const named = conditions
    .flatMap(atomsOf)
    .flatMap((atom) => ('date' in atom ? [atom.date.from, atom.date.to] : []));
  const days = [...others, ...named.filter((day) => day !== undefined)];
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))];
}

/** Two lines that say what the same case costs, or how long it takes, on the same day. */
function overlaps({ content, source, at }: Sourced<Procedure>): Fault[] {
  const meet = (a: Line, b: Line): boolean => {
    const channel = a.channel === 'any' ? b.channel : a.channel;
    if (b.channel !== 'any' && b.channel !== channel) return false;
    const from = [a.from, b.from]
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1);
    const to = [a.to, b.to].filter((day) => day !== undefined).toSorted()[0];
    if (from !== undefined && to !== undefined && from > to) return false;
    return canHold(
      content,
      [a.when, b.when].filter((when) => when !== undefined),
      channel,
      { from, to },
    );
  };
  const pairs = (lines: readonly Line[], field: 'fees' | 'time'): Fault[] =>
    lines.flatMap((line, i) =>
      lines.slice(0, i).flatMap((other) => {
        if (line.extra !== other.extra || (line.extra && line.label !== other.label) || !meet(line, other))
          return [];
        // Two dues with different names can both be due; the same one twice cannot.
        const severity = line.label === other.label && field === 'fees' ? 'error' : 'warning';
        const path: Path = [...at, field, i];
        return [source.fault(path, `"${line.id}" and "${other.id}" both hold for the same case`, severity)];
      }),
    );
  return [
    ...pairs(
      content.fees.map((fee) => ({ ...fee, label: JSON.stringify(fee.label) })),
      'fees',
    ),
    ...pairs(
      content.time.map((time) => ({ ...time, label: '', channel: 'any', extra: false })),
      'time',
    ),
  ];
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly when?: Condition | undefined;
  readonly channel: 'any' | (typeof submissionChannels)[number];
  readonly extra: boolean;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Cases in which nothing is said about the fee or the time: the bot will say that it does not know. */
function gaps({ content, source, at }: Sourced<Procedure>): Fault[] {
  const covered = (lines: readonly Omit<Line, 'label'>[], channel: Line['channel']): boolean => {
    const now = lines.filter(
      (line) => within(content.asOf, line) && (line.channel === 'any' || line.channel === channel),
    );
    if (now.some(({ when }) => when === undefined)) return true;
    const whens = now.flatMap(({ when }) => when ?? []);
    return (
      whens.length > 0 && settle({ any: whens }, blank(content, content.asOf, channel)).applies === 'yes'
    );
  };
  const online = content.online.entry === 'counter-only';
  const missing = submissionChannels
    .filter((channel) => !(online && channel === 'online'))
    .filter(
      (channel) =>
        !covered(
          content.fees.filter(({ extra }) => !extra),
          channel,
        ),
    );
  return [
    ...(missing.length === 0
      ? []
      : [
          source.fault(
            [...at, 'fees'],
            `some cases have no fee line (${missing.join(', ')}): add one, if need be unknown`,
            'warning',
          ),
        ]),
    ...(covered(
      content.time.map((time) => ({ ...time, channel: 'any', extra: false })),
      'online',
    )
      ? []
      : [
          source.fault(
            [...at, 'time'],
            'some cases have no time line: add one, if need be unknown',
            'warning',
          ),
        ]),
  ];
}

function flowFaults({ content, source, at }: NonNullable<Data['flow']>): Fault[] {
  return content.steps.flatMap(({ when }, i) =>
    when !== undefined && questionsIn(when).length > 0
      ? [
          source.fault(
            [...at, 'steps', i, 'when'],
            'the general flow cannot name the questions of a procedure',
          ),
        ]
      : [],
  );
}
