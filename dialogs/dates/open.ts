import type { LocalDate } from '#root/clock.ts';
import { tetOf } from '#knowledge/calendar/lunar.ts';
import { unsettledDays } from '#knowledge/calendar/expected-days.ts';
import { workingDays } from '#knowledge/calendar/working-days.ts';
import { weekday } from '#knowledge/dates.ts';
import type { CalendarYear } from '#knowledge/schema/calendar.ts';
import type { CuesFile } from '#knowledge/schema/cues.ts';
import { say } from '#knowledge/schema/text.ts';
import { capital, listed } from '#replies/compose/format.ts';
import { hours } from '#replies/compose/hours.ts';
import { anyQuestion, contactBlocks } from '#replies/compose/who.ts';
import type { Block } from '#replies/reply.ts';
import { sureTopic } from '../routes/meaning.ts';
import { menuChoices } from '../start/menu.ts';
import { recordOf, textOf, unitOf, withState, type Told, type Turn } from '../turn.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { hear } from '../words/heard.ts';
import { isHeard } from '../words/find.ts';
import { patterns } from '../words/pattern.ts';
import { dayName, unsettledName } from './day-name.ts';
import { whenSaid } from './when.ts';

const TOPIC = 'lien-he-dia-chi-gio-lam-viec';

/** "Chủ nhật có làm việc không", "tết nghỉ ngày nào": told from what is verified, the rest told as unknown. null: not asked. */
export function open(turn: Turn): Told | null {
  const { cues } = turn.release;
  if (cues === null || namesProcedure(turn)) return null;
  const text = textOf(turn.event);
  const words = hear(text);
  const heard = (list: readonly string[]): boolean => isHeard(patterns(list, cues.groups), words);
  const [asksOpen, asksOff] = [heard(cues.open), heard(cues.off)];
  if (!asksOpen && !asksOff) return null;
  const holiday = cues.holidays.find(({ says }) => heard(says));
  const when = asksOpen ? whenSaid(text, turn.today, cues) : null;
  if (holiday !== undefined && (asksOff || when === null)) return tell(turn, holidayLines(turn, holiday), []);
  return when === null ? null : tell(turn, dayLines(turn, when.date), hoursLines(turn));
}

const namesProcedure = (turn: Turn): boolean => {
  const topic = turn.understanding?.fromContext === true ? null : sureTopic(turn);
  return topic !== null && procedureOf(turn, topic) !== undefined;
};

function dayLines(turn: Turn, date: LocalDate): string[] {
  const { voice, release } = turn;
  const days = workingDays(release.calendar);
  const named = { date: capital(dayName(turn, date)) };
  const entry = entryOf(release.calendar, date);
  const [unsettled] = unsettledDays(release.calendar, date, date);
  const doubt = days.isComplete(date) ? [] : [voice.words('open.incomplete')];
  if (entry?.kind === 'off') return [voice.words('open.holiday', { ...named, name: voice.text(entry.name) })];
  if (entry?.kind === 'made-up') return [voice.words('open.made-up', named)];
  if (unsettled !== undefined) {
    const name = unsettled.name === null ? unsettledName(turn, unsettled) : voice.text(unsettled.name);
    return [voice.words('open.unsettled', { ...named, name })];
  }
  return weekday(date) > 5
    ? [voice.words('open.weekend', named), voice.words('open.online')]
    : [voice.words('open.working', named), ...doubt];
}

function entryOf(
  calendar: readonly CalendarYear[],
  date: LocalDate,
): { kind: 'off' | 'made-up'; name: CalendarYear['holidays'][number]['name'] } | null {
  const on = (days: CalendarYear['holidays']): CalendarYear['holidays'][number] | undefined =>
    days.find((one) => one.date === date && one.status === 'verified');
  for (const { holidays, makeUpDays } of calendar) {
    const [off, made] = [on(holidays), on(makeUpDays)];
    if (made !== undefined) return { kind: 'made-up', name: made.name };
    if (off !== undefined) return { kind: 'off', name: off.name };
  }
  return null;
}

/** Verified hours of the unit only; otherwise said to be unknown, with who can tell. */
function hoursLines(turn: Turn): string[] {
  const { voice, release } = turn;
  const code = unitOf(turn);
  const contacts = code === null ? [] : (release.units.get(code)?.contacts ?? []);
  const known = contacts.find((contact) => contact.hours.length > 0);
  return known === undefined
    ? [voice.words('open.hours-unknown')]
    : [voice.words('open.hours', { hours: hours(voice, known.hours) })];
}

function holidayLines(turn: Turn, holiday: CuesFile['holidays'][number]): string[] {
  const { voice, release, today } = turn;
  const coming = release.calendar
    .flatMap(({ holidays }) => holidays)
    .filter((one) => one.status === 'verified' && one.date >= today && say(one.name).includes(holiday.name));
  const year = coming[0]?.date.slice(0, 4);
  const days = coming
    .filter(({ date }) => date.startsWith(year ?? ''))
    .map(({ date }) => dayName(turn, date));
  const first = holiday.id === 'tet' ? [tetLine(turn)] : [];
  if (year === undefined)
    return first.length > 0 ? first : [voice.words('open.unknown-holiday', { name: holiday.name })];
  const complete = workingDays(release.calendar).isComplete(`${year}-01-01`);
  if (holiday.id === 'tet' && !complete) return first;
  return [
    voice.words('open.holiday-days', {
      name: voice.text(coming[0]?.name ?? holiday.name),
      days: listed(days, voice.words('list.and')),
    }),
    ...(complete ? [] : [voice.words('open.not-announced')]),
  ];
}

function tetLine(turn: Turn): string {
  const year = Number(turn.today.slice(0, 4));
  const next = tetOf(year) >= turn.today ? year : year + 1;
  const date = tetOf(next);
  return turn.voice.words('open.tet-first', { year: next, date: dayName(turn, date) });
}

function tell(turn: Turn, lines: readonly string[], more: readonly string[]): Told {
  const { voice, release } = turn;
  const blocks: Block[] = [
    { kind: 'text', text: [...lines, ...more].join('\n') },
    ...contactBlocks(voice, release, unitOf(turn), anyQuestion(release).slice(1)),
  ];
  const here = currentChoices(turn);
  return {
    state: withState(turn, { misunderstood: 0 }).state,
    replies: [{ blocks, choices: here.length > 0 ? here : menuChoices(turn), facts: [] }],
    record: recordOf('answer', TOPIC, 'noi-nop'),
  };
}
