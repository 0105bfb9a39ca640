import { outcomes } from '#knowledge/schema/ids.ts';
import { compareText } from '#knowledge/fault.ts';
import type { Compared, Report, StepFigures } from './contract.ts';
import { daysOf } from './period.ts';
import type { EventCount, Period, RawFigures } from './repository.ts';

/** What officers call things. */
export interface Names {
  readonly topic: (id: string) => string;
  readonly step: (procedure: string, step: string) => string;
  readonly trouble: (id: string) => string;
}

/** Places of a walk-through that are no step; as dialogs count them. */
const BEGIN = '@begin';
const PAPERS = '@papers';
const FINISHED = '@finished';
const GONE = '@gone';
const ENDS: ReadonlySet<string> = new Set([BEGIN, FINISHED, GONE]);

export interface Measured {
  readonly period: Period;
  readonly raw: RawFigures;
}

/** The report of a period beside the one before. Pure: the sums as counted, named and put in order. */
export function reportOf(now: Measured, before: Measured, names: Names): Report {
  const both = <Value>(of: (raw: RawFigures) => Value): readonly [Value, Value] => [
    of(now.raw),
    of(before.raw),
  ];
  const total = (of: (raw: RawFigures) => number): Compared => pair(both(of));
  const named = (id: string): { id: string; name: string } => ({ id, name: names.topic(id) });
  return {
    period: now.period,
    before: before.period,
    totals: {
      questions: total((raw) => sum(raw.byDay)),
      answered: total((raw) => sum(raw.byDay, ({ outcome }) => outcome === 'answer' || outcome === 'offer')),
      clarified: total((raw) => sum(raw.byDay, ({ outcome }) => outcome === 'clarify')),
      unclear: total((raw) => sum(raw.byDay, ({ outcome }) => outcome === 'unclear')),
      handover: total((raw) => sum(raw.byDay, ({ outcome }) => outcome === 'handover')),
      helped: total((raw) => sum(raw.events, ({ event }) => event === 'helped')),
      notHelped: total((raw) => sum(raw.events, ({ event }) => event === 'not-helped')),
      wrong: total((raw) => sum(raw.events, ({ event }) => event === 'wrong')),
      begun: total((raw) => sum(raw.events, begins)),
      finished: total((raw) => sum(raw.events, finishes)),
      stuck: total((raw) => sum(raw.events, ({ event }) => event === 'stuck')),
      screenDiffers: total((raw) => sum(raw.screens, ({ outcome }) => outcome === 'screen-differs')),
    },
    byDay: daysOf(now.period).map((day) => dayFigures(now.raw, day)),
    outcomes: outcomes.map((outcome) => ({
      outcome,
      count: total((raw) => sum(raw.byDay, (row) => row.outcome === outcome)),
    })),
    topics: ranked(both((raw) => totals(raw.topics, ({ topic }) => topic)))
      .filter(([topic]) => topic !== '')
      .map(([topic, count]) => ({
        topic: named(topic),
        count,
        doubtful: sum(
          now.raw.topics,
          (row) => row.topic === topic && (row.outcome === 'clarify' || row.outcome === 'unclear'),
        ),
        helped: sum(now.raw.events, (row) => row.event === 'helped' && row.subject === topic),
        notHelped: sum(now.raw.events, (row) => row.event === 'not-helped' && row.subject === topic),
      })),
    aspects: ranked(both((raw) => totals(raw.aspects, ({ aspect }) => aspect)))
      .filter(([aspect]) => aspect !== '')
      .map(([aspect, count]) => ({ aspect, count })),
    channels: ranked(both((raw) => totals(raw.channels, ({ channel }) => channel))).map(
      ([channel, count]) => ({
        channel,
        count,
      }),
    ),
    units: ranked(both((raw) => totals(raw.units, ({ unit }) => unit))).map(([unit, count]) => ({
      unit,
      count,
    })),
    hours: Array.from({ length: 24 }, (_, hour) =>
      sum(now.raw.events, ({ event, detail }) => event === 'hour' && Number(detail) === hour),
    ),
    walks: walksOf(
      both((raw) => raw.events),
      named,
    ),
    steps: stepsOf(now.raw, names),
    troubles: troublesOf(now.raw.events, names),
    reasons: ranked([
      totals(
        now.raw.events.filter(({ event }) => event === 'why'),
        ({ detail }) => detail,
      ),
      new Map(),
    ]).map(([reason, { now: count }]) => ({ reason, count })),
  };
}

const begins = ({ event, step }: EventCount): boolean => event === 'move' && step === BEGIN;
const finishes = ({ event, detail }: EventCount): boolean => event === 'move' && detail === FINISHED;

function dayFigures(raw: RawFigures, day: string): Report['byDay'][number] {
  const events = raw.eventDays.filter((row) => row.day === day);
  return {
    day,
    questions: sum(raw.byDay, (row) => row.day === day),
    helped: sum(events, ({ event }) => event === 'helped'),
    notHelped: sum(events, ({ event }) => event === 'not-helped'),
    begun: sum(events, ({ event, place_from }) => event === 'move' && place_from === BEGIN),
    finished: sum(events, ({ event, place_to }) => event === 'move' && place_to === FINISHED),
  };
}

function walksOf(
  [now, before]: readonly [readonly EventCount[], readonly EventCount[]],
  named: (id: string) => { id: string; name: string },
): Report['walks'] {
  const begun = ranked([totals(now.filter(begins), bySubject), totals(before.filter(begins), bySubject)]);
  return begun.map(([procedure, count]) => {
    const own = now.filter(({ event, subject }) => event === 'move' && subject === procedure);
    const standing = standingAt(own);
    return {
      procedure: named(procedure),
      begun: count,
      finished: {
        now: sum(own, finishes),
        before: sum(before, (row) => row.subject === procedure && finishes(row)),
      },
      atPapers: Math.max(0, standing.get(PAPERS) ?? 0),
      stopped: [...standing]
        .filter(([place]) => !ENDS.has(place))
        .reduce((all, [, count]) => all + Math.max(0, count), 0),
    };
  });
}

const bySubject = ({ subject }: EventCount): string => subject;

/** Arrivals less departures: who stands where. */
function standingAt(moves: readonly EventCount[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { step, detail, count } of moves) {
    places.set(step, (places.get(step) ?? 0) - count);
    places.set(detail, (places.get(detail) ?? 0) + count);
  }
  return places;
}

/** Of steps that were come to, or where something happened; where most stop stands first. */
function stepsOf({ events, screens }: RawFigures, names: Names): StepFigures[] {
  const steps = new Map<string, StepFigures>();
  const add = (procedure: string, step: string, what: keyof typeof nothing, count: number): void => {
    if (procedure === '' || step === '' || step.startsWith('@')) return;
    const key = `${procedure} ${step}`;
    const known = steps.get(key) ?? {
      procedure: { id: procedure, name: names.topic(procedure) },
      step: { id: step, name: names.step(procedure, step) },
      ...nothing,
    };
    steps.set(key, { ...known, [what]: known[what] + count });
  };
  for (const { event, subject, step, detail, count } of events) {
    if (event === 'move') {
      add(subject, detail, 'entered', count);
      add(subject, detail, 'stopped', count);
      add(subject, step, 'stopped', -count);
    } else if (event === 'stuck' || event === 'confused' || event === 'simpler' || event === 'handover')
      add(subject, step, event, count);
    else if (event === 'trouble') add(subject, step, 'troubles', count);
  }
  for (const { topic, aspect, outcome, count } of screens)
    add(topic, aspect, outcome === 'screen-same' ? 'same' : 'differs', count);
  return (
    [...steps.values()]
      // Some went on from where they came to before this period.
      .map((one) => Object.assign({}, one, { stopped: Math.max(0, one.stopped) }))
      .toSorted(
        (a, b) =>
          b.stopped - a.stopped ||
          b.entered - a.entered ||
          compareText(`${a.procedure.id} ${a.step.id}`, `${b.procedure.id} ${b.step.id}`),
      )
  );
}

const nothing = {
  entered: 0,
  stopped: 0,
  stuck: 0,
  confused: 0,
  simpler: 0,
  differs: 0,
  same: 0,
  handover: 0,
  troubles: 0,
};

function troublesOf(events: readonly EventCount[], names: Names): Report['troubles'] {
  const of = (what: string): ReadonlyMap<string, number> =>
    totals(
      events.filter(({ event }) => event === what),
      ({ detail }) => detail,
    );
  const [solved, stays, other] = [of('trouble-solved'), of('trouble-stays'), of('trouble-other')];
  return ranked([of('trouble'), new Map()]).map(([id, { now: told }]) => {
    const ends = { solved: solved.get(id) ?? 0, stays: stays.get(id) ?? 0, other: other.get(id) ?? 0 };
    const ended = ends.solved + ends.stays + ends.other;
    const named = { trouble: { id, name: names.trouble(id) }, told, stopped: Math.max(0, told - ended) };
    return Object.assign(named, ends);
  });
}

/** All signs that a step is hard, of one step. */
export const signsOf = (step: StepFigures): number =>
  step.stopped + step.stuck + step.confused + step.simpler + step.differs + step.handover;

export function sum<Row extends { readonly count: number }>(
  rows: readonly Row[],
  wanted: (row: Row) => boolean = () => true,
): number {
  return rows.reduce((all, row) => (wanted(row) ? all + row.count : all), 0);
}

function totals<Row extends { readonly count: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const row of rows) all.set(keyOf(row), (all.get(keyOf(row)) ?? 0) + row.count);
  return all;
}

/** Most now first; what was only before stands last. */
function ranked([now, before]: readonly [
  ReadonlyMap<string, number>,
  ReadonlyMap<string, number>,
]): readonly (readonly [string, Compared])[] {
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((key) => [key, pair([now.get(key) ?? 0, before.get(key) ?? 0])] as const)
    .toSorted(([a, x], [b, y]) => y.now - x.now || y.before - x.before || compareText(a, b));
}

const pair = ([now, before]: readonly [number, number]): Compared => ({ now, before });
