import { lasting } from '../answer/lasting.ts';
import { carry } from '../carry/carry.ts';
import { changeAnswer } from '../change/change.ts';
import { changeCue } from '../change/cue.ts';
import { typedCheck } from '../check/check.ts';
import { national } from '../clarify/national.ts';
import { unclear } from '../clarify/unclear.ts';
import { due } from '../dates/due.ts';
import { open } from '../dates/open.ts';
import { typedForget } from '../forget/forget.ts';
import { idleCommand, notAnswered } from '../papers/not-answered.ts';
import { typedNoReminders } from '../remind/remind.ts';
import { backAfterPause } from '../resume/back-after-pause.ts';
import { cameBack, returned } from '../returned/returned.ts';
import { safety, withoutFalseAlarm } from '../safety/safety.ts';
import { vexed } from '../safety/vexed.ts';
import { typedScreen } from '../screen/screen.ts';
import { dossierState } from '../states/states.ts';
import { textOf, type Told, type Turn } from '../turn.ts';
import { where } from '../unit/where.ts';
import { aboutTopic } from './about-topic.ts';
import { blank, isBlank } from './blank.ts';
import { commands } from './commands.ts';
import { doneForAnother } from './for-another.ts';
import { answersAnother, changesAnother, typedAnswer } from './her-answers.ts';
import { choiceMeant } from './meaning.ts';
import { unitAskedFor, unitNamed } from './named-units.ts';
import { onlySecret } from './only-secret.ts';
import { withSecond } from './second-question.ts';
import { tap } from './tap.ts';
import { troubleLookedFor } from './trouble-looked-for.ts';
import { unsure } from './unsure.ts';

/** Reads a message one way. null: it does not read so, the next row tries. */
type Row = (turn: Turn) => Told | null;

const HELPS = 'done for another';

/** Who takes a message, in this order: what must not wait, what was asked for, what is said outright, what it is about. */
const rows: readonly (readonly [string, Row])[] = [
  ['code to go on', (turn) => mapped(turn.carried ?? null, (carried) => carry(turn, carried))],
  ['safety', safety],
  ['only a secret', onlySecret],
  ['blank', (turn) => (isBlank(textOf(turn.event)) ? blank(turn) : null)],
  ['no more reminders', typedNoReminders],
  ['forget what was said', typedForget],
  [HELPS, (turn) => doneForAnother(turn, (rest) => readBy(rest, besideHelping()))],
  ['screen', typedScreen],
  ['check before submitting', typedCheck],
  ['change of another answer', changesAnother],
  ['choice', (turn) => mapped(choiceMeant(turn), (id) => tap(turn, id))],
  ['unit asked for', unitAskedFor],
  ['names old and new', where],
  ['day of the result', due],
  ['days of work', open],
  ['change of an answer', (turn) => mapped(changeCue(turn), (rest) => changeAnswer(turn, rest))],
  ['command', (turn) => mapped(turn.understanding?.command ?? null, (command) => commands[command](turn))],
  ['reason of a return', returned],
  ['state of a dossier', dossierState],
  ['dossier that came back', cameBack],
  ['tired of it', vexed],
  ['answer in her words', typedAnswer],
  ['answer to another question', answersAnother],
  ['back after a pause', backAfterPause],
  ['word of command without a place', idleCommand],
  ['unit named', unitNamed],
  ['trouble looked for', troubleLookedFor],
  ['how long it serves, what follows who is late', lasting],
  ['topic', (turn) => withSecond(turn, aboutTopic(turn))],
  ['question not answered', notAnswered],
  ['national list', national],
  ['unsure', unsure],
  ['nothing', (turn) => unclear(turn, turn.understanding?.outcome === 'refuse' ? 'refuse' : 'unclear')],
];

export function text(given: Turn): Told {
  const turn = withoutFalseAlarm(given);
  return readBy(turn, rows) ?? unclear(turn);
}

function readBy(turn: Turn, by: typeof rows): Told | null {
  for (const [, row] of by) {
    const told = row(turn);
    if (told !== null) return told;
  }
  return null;
}

const besideHelping = (): typeof rows => rows.filter(([name]) => name !== HELPS);

const mapped = <T>(value: T | null, use: (value: T) => Told | null): Told | null =>
  value === null ? null : use(value);
