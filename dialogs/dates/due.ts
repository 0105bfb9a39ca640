import type { LocalDate } from '#root/clock.ts';
import { dueDate } from '#knowledge/calendar/due-date.ts';
import { unsettledDays, type UnsettledDay } from '#knowledge/calendar/expected-days.ts';
import { addWorkingDays, workingDays, type WorkingDays } from '#knowledge/calendar/working-days.ts';
import type { TimeFact } from '#knowledge/facts/fact.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import type { CuesFile } from '#knowledge/schema/cues.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { lockKey } from '#replies/compose/fact-item.ts';
import { capital, listed } from '#replies/compose/format.ts';
import { sourceBlocks } from '#replies/compose/sources.ts';
import { timeValue } from '#replies/compose/time.ts';
import { anyQuestion, whoClause } from '#replies/compose/who.ts';
import type { Block } from '#replies/reply.ts';
import { clarify } from '../clarify/clarify.ts';
import { offered, twoWays } from '../offer/offer.ts';
import { sureTopic } from '../routes/meaning.ts';
import { exampleTopics } from '../start/menu.ts';
import { activeWalk, isOpen, recordOf, textOf, unitOf, withState, type Told, type Turn } from '../turn.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { caseOf, procedureOf, takeUp } from '../walkthrough/walks.ts';
import { hear } from '../words/heard.ts';
import { isHeard } from '../words/find.ts';
import { patterns } from '../words/pattern.ts';
import { dayName, unsettledName } from './day-name.ts';
import { whenSaid, type When } from './when.ts';

/** "Mai nộp thì ngày nào xong": the day, computed for her procedure, case, channel and the day she names. null: not asked. */
export function due(turn: Turn): Told | null {
  const { cues } = turn.release;
  if (cues === null) return null;
  const text = textOf(turn.event);
  const words = hear(text);
  const asks = isHeard(patterns(cues.due, cues.groups), words) && isHeard(patterns(cues.files), words);
  const when = asks ? whenSaid(text, turn.today, cues) : null;
  if (when === null) return null;
  const procedure = procedureMeant(turn);
  return procedure === null
    ? clarify(turn, exampleTopics(turn), 'thoi-han', 'clarify.about-what')
    : told(turn, procedure, when, cues);
}

function procedureMeant(turn: Turn): Procedure | null {
  const ids = [sureTopic(turn), activeWalk(turn.state)?.procedure, turn.state.topic];
  for (const id of ids) {
    const procedure = id == null ? undefined : procedureOf(turn, id);
    if (procedure !== undefined) return procedure;
  }
  return null;
}

function told(turn: Turn, procedure: Procedure, when: When, cues: CuesFile): Told {
  const facts = timeFacts(turn.release, caseOf(turn, procedure.id));
  const lines = linesOf(turn, procedure, facts, when);
  const late = when.part === 'evening' || isWeekend(turn, when.date);
  const blocks: Block[] = [
    { kind: 'text', text: [...new Set(lines)].filter((line) => line !== '').join('\n') },
    { kind: 'text', text: turn.voice.words('due.slip') },
    ...(late && cues.parts.length > 0
      ? [{ kind: 'text', text: turn.voice.words('due.night') } as const]
      : []),
    ...sourceBlocks(turn.voice, facts),
  ];
  const walk = activeWalk(turn.state);
  const inWalk = walk !== null && isOpen(walk);
  const next = inWalk
    ? withState(turn, { misunderstood: 0 })
    : offered(takeUp(turn, procedure.id), procedure.id);
  return {
    state: next.state,
    replies: [
      {
        blocks,
        choices: inWalk ? currentChoices(turn) : twoWays(next, procedure.id),
        facts: facts.map(lockKey),
      },
    ],
    record: recordOf('answer', procedure.id, 'thoi-han'),
  };
}

const isWeekend = ({ release }: Turn, date: LocalDate): boolean =>
  !workingDays(release.calendar).isWorkingDay(date);

/** One time alone is told with how it is counted; of cases still open a day each, the rule said once. */
function linesOf(turn: Turn, procedure: Procedure, facts: readonly TimeFact[], when: When): string[] {
  const { voice } = turn;
  const all = facts.map((fact) => ({ fact, told: factTold(turn, procedure, fact, when) }));
  const [first, ...others] = all;
  if (first === undefined) return [];
  const { offDay, rule, doubts } = first.told;
  if (others.length === 0) return [...first.told.days, ...offDay, rule, ...doubts];
  const days = all.map(({ fact, told }) => {
    const text = told.days.join(' ');
    const label = fact.label === null ? null : capital(voice.text(fact.label));
    return `• ${label === null ? text : voice.words('due.by-case', { case: label, text })}`;
  });
  return [...days, ...offDay, voice.words('due.rule-days'), ...all.flatMap(({ told }) => told.doubts)];
}

interface FactTold {
  readonly days: readonly string[];
  readonly offDay: readonly string[];
  readonly rule: string;
  readonly doubts: readonly string[];
}

/** What one time comes to: the day, why, and what is not certain about it. */
function factTold(turn: Turn, procedure: Procedure, fact: TimeFact, when: When): FactTold {
  const { voice, release } = turn;
  const days = workingDays(release.calendar);
  const time = timeValue(voice, fact, (ids) =>
    whoClause(voice, release, unitOf(turn), ids.length > 0 ? ids : anyQuestion(release)),
  );
  const starts = startsOf(turn, fact, when);
  const first = dueDate(starts[0]?.at ?? turn.context.now, fact, days);
  if (first === null) {
    const unknown = voice.words('due.unknown', { procedure: voice.text(procedure.short), time });
    return { days: [unknown], offDay: [], rule: '', doubts: [] };
  }
  const found = starts.flatMap(({ at, said }) => {
    const by = dueDate(at, fact, days);
    return by === null ? [] : [{ said, by }];
  });
  const last = found.at(-1)?.by.date ?? first.date;
  const unsettled = unsettledDays(release.calendar, when.date, last);
  const sure = found.every(({ by }) => by.certain) && unsettled.length === 0;
  const certain = found.every(({ by }) => by.certain);
  return {
    days: found.map(({ said, by }) =>
      sentence(turn, said, by.date, { sure, sameDay: by.date === when.date }),
    ),
    offDay: offDay(turn, when.date, days),
    rule: rule(turn, fact, time),
    doubts: doubts(turn, unsettled, certain),
  };
}

function sentence(
  turn: Turn,
  when: string,
  date: LocalDate,
  { sure, sameDay }: { sure: boolean; sameDay: boolean },
): string {
  const key = sameDay
    ? sure
      ? 'due.same-day'
      : 'due.same-day-expected'
    : sure
      ? 'due.by'
      : 'due.by-expected';
  return capital(turn.voice.words(key, { when, date: dayName(turn, date) }));
}

/** Only an hour decides where there is a cut-off: without one both sides of it are told. */
function startsOf(turn: Turn, { cutoff }: TimeFact, when: When): { at: number; said: string }[] {
  const { voice } = turn;
  const day = when.date === turn.today ? voice.words('due.today') : dayName(turn, when.date);
  const at = (hour: string): number => Date.parse(`${when.date}T${hour}:00+07:00`);
  if (when.hour !== null)
    return [{ at: at(when.hour), said: voice.words('due.hour', { hour: when.hour, day }) }];
  if (cutoff === null || when.part === 'morning') return [{ at: at('08:00'), said: day }];
  const params = { when: day, cutoff };
  const after = { at: at(cutoff), said: voice.words('due.after-cutoff', params) };
  const passed = when.part === 'evening' || (when.date === turn.today && turn.context.now >= at(cutoff));
  return passed ? [after] : [{ at: at('08:00'), said: voice.words('due.before-cutoff', params) }, after];
}

function offDay(turn: Turn, date: LocalDate, days: WorkingDays): string[] {
  if (days.isWorkingDay(date)) return [];
  const next = dayName(turn, addWorkingDays(days, date, 0));
  return [capital(turn.voice.words('due.off-day', { date: dayName(turn, date), next }))];
}

function rule({ voice }: Turn, { amount, unit }: TimeFact, time: string): string {
  if (unit !== 'working-day') return voice.words('due.rule-plain', { time });
  return voice.words(amount === 0 ? 'due.rule-same-day' : 'due.rule', { time });
}

/** Days named at a time; more are a wall. */
const NAMED = 2;
function doubts(turn: Turn, unsettled: readonly UnsettledDay[], certain: boolean): string[] {
  const { voice } = turn;
  if (unsettled.length === 0) return certain ? [] : [voice.words('due.incomplete')];
  const names = [...new Set(unsettled.map((one) => unsettledName(turn, one)))].slice(0, NAMED);
  return [voice.words('due.unsettled', { days: listed(names, voice.words('list.and')) })];
}
