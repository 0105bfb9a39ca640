import { localDate } from '#root/clock.ts';
import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { dayName } from '../dates/day-name.ts';
import { resumeChoices } from '../resume/offer-resume.ts';
import { menuChoices } from '../start/menu.ts';
import { isOpen, recordOf, textOf, textReply, walkOf, withState, type Told, type Turn } from '../turn.ts';
import { placeOf } from '../walkthrough/place.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { isCue } from '../words/cues.ts';
import { dayAt, resultDay, tomorrowAt } from './when.ts';

/** What asks whether she wants to be reminded: never unasked, and only where we can write to her. */
export interface Asking {
  readonly text: string;
  readonly choice: Choice;
}

export function askTomorrow(turn: Turn, procedure: string): Asking | null {
  if (tomorrowAt(turn) === null) return null;
  const { words } = turn.voice;
  const id = choiceId('remind', 'resume', procedure);
  return { text: words('remind.ask'), choice: { id, title: words('remind.tomorrow'), style: 'normal' } };
}

export function askResult(turn: Turn, procedure: string): Asking | null {
  const date = resultDay(turn, procedure);
  if (date === null || dayAt(turn, date) === null) return null;
  const { words } = turn.voice;
  const id = choiceId('remind', 'result', procedure, date);
  const text = words('remind.ask-result', { date: dayName(turn, date) });
  return { text, choice: { id, title: words('remind.that-day'), style: 'normal' } };
}

/** She tapped it: planned once. null: it cannot be kept any more. */
export function remind(turn: Turn, [what, id = '', date = '']: readonly string[]): Told | null {
  if (what === 'off') return noReminders(turn);
  const procedure = procedureOf(turn, id);
  const at = what === 'resume' ? tomorrowAt(turn) : what === 'result' ? dayAt(turn, date) : null;
  if (procedure === undefined || at === null || (what !== 'resume' && what !== 'result')) return null;
  const day = localDate(at);
  const off: Choice = {
    id: choiceId('remind', 'off'),
    title: turn.voice.words('remind.off'),
    style: 'quiet',
  };
  return {
    state: turn.state,
    replies: [
      textReply(turn.voice.words('remind.noted', { date: dayName(turn, day) }), [...menuChoices(turn), off]),
    ],
    // One a day of each kind, however many things she has begun.
    effects: [{ kind: 'plan', what, about: procedure.id, at, key: `${what}:${day}` }],
    record: recordOf('smalltalk', procedure.id),
  };
}

/** "Đừng nhắn nữa": everything planned is given up. null: nothing of that was said. */
export function typedNoReminders(turn: Turn): Told | null {
  const said =
    turn.event.kind === 'text' && isCue(turn.voice, textOf(turn.event), turn.voice.words('cue.no-reminders'));
  return said ? noReminders(turn) : null;
}

function noReminders(turn: Turn): Told {
  return {
    state: turn.state,
    replies: [textReply(turn.voice.words('remind.stopped'), menuChoices(turn))],
    effects: [{ kind: 'no-reminders' }],
    record: recordOf('smalltalk', turn.state.topic),
  };
}

/** A reminder is due: what it says, from where she is now. Nothing where there is nothing left to go on with. */
export function due(turn: Turn, [what, id = '']: readonly string[]): Told {
  const { voice } = turn;
  const walk = walkOf(turn.state, id);
  const procedure = procedureOf(turn, id);
  if (procedure === undefined) return silence(turn);
  const name = voice.text(procedure.short);
  const off: Choice = { id: choiceId('remind', 'off'), title: voice.words('remind.off'), style: 'quiet' };
  if (what === 'result') {
    const told = textReply(voice.words('remind.result', { procedure: name }), [...menuChoices(turn), off]);
    return { state: turn.state, replies: [told], record: recordOf('offer', id) };
  }
  if (walk === null || !isOpen(walk)) return silence(turn);
  const { plans, index } = placeOf(turn, walk);
  const text =
    walk.mode === 'papers'
      ? voice.words('remind.papers', { procedure: name })
      : voice.words('remind.steps', {
          procedure: name,
          number: Math.min(index + 1, plans.length),
          total: plans.length,
        });
  const pending = { kind: 'resume', walkthrough: walk.id } as const;
  return {
    state: withState(turn, { topic: id, pending, misunderstood: 0 }).state,
    replies: [textReply(text, [...resumeChoices(turn, walk), off])],
    record: recordOf('offer', id),
  };
}

const silence = (turn: Turn): Told => ({
  state: turn.state,
  replies: [],
  record: recordOf('smalltalk', null),
});
