import { answer } from '../answer/answer.ts';
import { carry } from '../carry/carry.ts';
import { lasting } from '../answer/lasting.ts';
import { answerTopic, readAspect } from '../answer/answer-topic.ts';
import { changeAnswer } from '../change/change.ts';
import { optionMeant } from '../change/option-meant.ts';
import { changeCue } from '../change/cue.ts';
import { asksSomething, denies } from '../words/asks.ts';
import { choiceId } from '../choices/ids.ts';
import { topicName } from '../clarify/topic-name.ts';
import { clarify, HARDLY } from '../clarify/clarify.ts';
import { national } from '../clarify/national.ts';
import { unclear } from '../clarify/unclear.ts';
import { idleCommand, notAnswered } from '../papers/not-answered.ts';
import { answerQuestion } from '../papers/answer-question.ts';
import { isBackAfterPause } from '../resume/back-after-pause.ts';
import { typedCheck } from '../check/check.ts';
import { typedForget } from '../forget/forget.ts';
import { helper } from '../helper/helper.ts';
import { offerResume } from '../resume/offer-resume.ts';
import { typedScreen } from '../screen/screen.ts';
import { safety, withoutFalseAlarm } from '../safety/safety.ts';
import { vexed } from '../safety/vexed.ts';
import { activeWalk, isOpen, recordOf, textOf, withState, type Told, type Turn } from '../turn.ts';
import { isAsked } from '#knowledge/condition.ts';
import { normaliseCase } from '#knowledge/facts/case.ts';
import type { Aspect, Outcome } from '#knowledge/schema/ids.ts';
import type { Understanding } from '#understanding/types.ts';
import { pickTrouble, showTrouble } from '../trouble/trouble.ts';
import { exampleTopics } from '../start/menu.ts';
import { cameBack, returned } from '../returned/returned.ts';
import { dossierState } from '../states/states.ts';
import { due } from '../dates/due.ts';
import { open } from '../dates/open.ts';
import { where } from '../unit/where.ts';
import { readUnits, rememberUnit, takeUnit } from '../unit/take-unit.ts';
import { caseOf, openWalk, procedureOf } from '../walkthrough/walks.ts';
import { unitsMeant } from './units-meant.ts';
import { wordsOf } from '../words/fold.ts';
import { blank, isBlank } from './blank.ts';
import { onlySecret } from './only-secret.ts';
import { commands } from './commands.ts';
import { choiceMeant, sureTopic } from './meaning.ts';
import { typedNoReminders } from '../remind/remind.ts';
import { resay } from './resay.ts';
import { tap, wantedOf } from './tap.ts';

/** Reads a message one way. null: it does not read so, the next row tries. */
type Row = (turn: Turn) => Told | null;

/** Who takes a message, in this order: what must not wait, what was asked for, what is said outright, what it is about. */
const rows: readonly (readonly [string, Row])[] = [
  ['code to go on', (turn) => mapped(turn.carried ?? null, (carried) => carry(turn, carried))],
  ['safety', safety],
  ['only a secret', onlySecret],
  ['blank', (turn) => (isBlank(textOf(turn.event)) ? blank(turn) : null)],
  ['no more reminders', typedNoReminders],
  ['forget what was said', typedForget],
  ['done for another', doneForAnother],
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

/** The words of helping cloud what the matter is: one procedure far ahead of the rest is taken. */
const FAR = 5;
const CLOUDED = 0.3;
function likelyProcedure(turn: Turn): string | null {
  const [best, next] = turn.understanding?.candidates ?? [];
  if (best === undefined || turn.understanding?.fromContext === true) return null;
  const ahead = best.p >= CLOUDED && best.p >= FAR * (next?.p ?? 0);
  return ahead && procedureOf(turn, best.topic) !== undefined ? best.topic : null;
}

/** She does it for somebody else: remembered, and the rest of the message is read where it says something. */
function doneForAnother(turn: Turn): Told | null {
  const named = turn.understanding?.fromContext === true ? null : sureTopic(turn);
  const rest = (next: Turn): Told | null => {
    const likely = named === null ? likelyProcedure(next) : null;
    if (likely !== null && next.state.pending?.kind !== 'question') return answerTopic(next, likely, null);
    // A general topic that nobody asks about is only what the words of helping sound like.
    const matter = named !== null && (!turn.release.topics.has(named) || asksSomething(turn));
    const says = matter || next.understanding?.option != null || next.state.pending?.kind === 'question';
    return says
      ? readBy(
          next,
          rows.filter(([name]) => name !== 'done for another'),
        )
      : null;
  };
  return helper(turn, named, rest);
}

const mapped = <T>(value: T | null, use: (value: T) => Told | null): Told | null =>
  value === null ? null : use(value);

/** The unit was asked for: a name answers, whatever else the words look like. */
function unitAskedFor(turn: Turn): Told | null {
  const { pending } = turn.state;
  const mentions = unitsMeant(turn);
  if (pending?.kind !== 'unit' || mentions.length === 0) return null;
  // Naming one of a trap's places by more than the trap's own name settles it.
  const read = readUnits(
    turn,
    mentions.filter(({ trap }) => trap === null || trap !== pending.trap),
    wantedOf(turn),
  );
  if (read.kind === 'known') return takeUnit(turn, read.code);
  if (read.kind === 'ask') return read.told;
  const again = readUnits(turn, mentions, wantedOf(turn));
  return again.kind === 'ask' ? again.told : null;
}

/** "Không phải, cho mình thôi" corrects what she answered before, however its first word sounds to the question that is open. */
function changesAnother(turn: Turn): Told | null {
  const { pending } = turn.state;
  const walk = activeWalk(turn.state);
  const procedure = walk === null ? undefined : procedureOf(turn, walk.procedure);
  const rest = changeCue(turn);
  if (pending?.kind !== 'question' || walk === null || procedure === undefined || !rest) return null;
  const meant = optionMeant(turn, procedure, walk, rest);
  return meant === null || walk.answers[meant.question] === undefined || meant.question === pending.question
    ? null
    : answerQuestion(turn, procedure, meant.question, meant.option, 'corrected');
}

/** A question of her case is open and her words fit one of its options. */
function typedAnswer(turn: Turn): Told | null {
  const { pending } = turn.state;
  const walk = activeWalk(turn.state);
  const procedure = walk === null ? undefined : procedureOf(turn, walk.procedure);
  if (pending?.kind !== 'question' || procedure === undefined) return null;
  const meant = optionMeant(turn, procedure, walk, textOf(turn.event), pending.question);
  return meant === null ? null : answerQuestion(turn, procedure, meant.question, meant.option);
}

/** Words that nobody asked for must fit an option well. */
const TOLD = 0.85;

/** She tells of her case what another question asks: kept, and the open one is asked again. Who asks something tells nothing. */
function answersAnother(turn: Turn): Told | null {
  const { pending } = turn.state;
  const walk = activeWalk(turn.state);
  const procedure = walk === null ? undefined : procedureOf(turn, walk.procedure);
  if (pending === null || !['question', 'offer', 'step'].includes(pending.kind) || procedure === undefined)
    return null;
  if (turn.understanding?.command != null || asksSomething(turn)) return null;
  // At a step people tell of what goes wrong, and of what they see: those words are no answers.
  if (pending.kind === 'step' && (complains(turn) || sureTopic(turn)?.startsWith('trouble:'))) return null;
  // Without her answers: what she answered already must not be read as something else.
  const meant = optionMeant(turn, procedure, null, textOf(turn.event), null, TOLD);
  if (meant === null || walk?.answers[meant.question] === meant.option) return null;
  if (isAsked(meant.question, normaliseCase(turn.release, caseOf(turn, procedure.id, walk))) === 'no')
    return null;
  return answerQuestion(turn, procedure, meant.question, meant.option, 'told');
}

const complains = ({ understanding }: Turn): boolean =>
  understanding?.aspect === 'loi-su-co' && understanding.aspectP >= FOLLOWS;

/** She is back and says nothing of weight: go on where she was? */
function backAfterPause(turn: Turn): Told | null {
  const walk = openWalk(turn.state);
  if (walk === null || !isBackAfterPause(turn)) return null;
  const topic = sureTopic(turn);
  const outcome = topic === null ? null : turn.release.topics.get(topic)?.outcome;
  const light = outcome === 'smalltalk' || outcome === 'unclear';
  return light || turn.understanding?.confidence === 'unknown' ? offerResume(turn, walk) : null;
}

/** A unit in the message: a name with two meanings is asked about first, a plain one is remembered. */
function unitNamed(turn: Turn): Told | null {
  const mentions = unitsMeant(turn);
  if (mentions.every(({ trap }) => trap === null) && complainsOf(turn)) return null;
  const sure = sureTopic(turn);
  // What goes wrong with a name is said by asking which place is meant; then she goes on with what she was at.
  const topic = sure !== null && !sure.startsWith('trouble:') ? sure : likelyBesideTrap(turn);
  const wanted = { topic, aspect: turn.understanding?.aspect ?? null };
  const read = readUnits(turn, mentions, wanted);
  if (read.kind === 'ask') {
    return topic === null
      ? read.told
      : { ...read.told, record: { ...read.told.record, topic, aspect: readAspect(wanted.aspect) } };
  }
  if (read.kind === 'none') return null;
  if (topic === null || turn.understanding?.fromContext === true) return takeUnit(turn, read.code);
  return aboutTopic(rememberUnit(turn, read.code));
}

/** "Không thấy phường Bình Long" tells of a trouble; the name in it is nothing new. */
function complainsOf(turn: Turn): boolean {
  const { understanding } = turn;
  const [best] = understanding?.candidates ?? [];
  return (
    understanding?.aspect === 'loi-su-co' &&
    denies(turn) &&
    best?.topic.startsWith('trouble:') === true &&
    best.p >= LIKELY_TROUBLE
  );
}

/** A name with two meanings is a trouble of its own and clouds what the message is about: the rest decides. */
function likelyBesideTrap(turn: Turn): string | null {
  const { candidates, units } = turn.understanding ?? { candidates: [], units: [] };
  if (units.every(({ trap }) => trap === null)) return null;
  const [best, next] = candidates.filter(({ topic }) => !topic.startsWith('trouble:') && topic !== 'none');
  return best !== undefined && best.p >= 2 * (next?.p ?? 0) && best.p >= 0.2 ? best.topic : null;
}

/** What general topics about other matters come to. */
const matters: ReadonlySet<Outcome | undefined> = new Set(['answer', 'redirect']);

/** Surely about something: answered, or offered. */
function aboutTopic(turn: Turn): Told | null {
  const topic = sureTopic(turn);
  const { understanding } = turn;
  if (topic === null || understanding === null) return null;
  const aspect = aspectMeant(understanding);
  const procedure = procedureOf(turn, topic);
  // "Vợ chồng em cưới rồi" tells of her case where a question is open; the other matter is one tap away.
  const tells = turn.state.pending?.kind === 'question' && aspect === null && !asksSomething(turn);
  if (procedure === undefined && tells && matters.has(turn.release.topics.get(topic)?.outcome))
    return notAnswered(turn);
  if (procedure === undefined) return answerTopic(turn, topic, aspect);
  if (aspect === null) return nameOnly(turn, topic);
  const { second } = understanding;
  const other = second?.topic === topic ? readAspect(second.aspect) : null;
  // "Where are you stuck?" under an answer would be a second question, not a second answer.
  const also = other === null || other === aspect || other === 'loi-su-co' ? [] : [other];
  return answer(turn, procedure, [aspect, ...also]);
}

/** A name alone must not be taken for a question about it; what follows up on the conversation asks something. */
const ASKS = 0.65;
const FOLLOWS = 0.8;
/** Two questions in a line pull at each other: each is sure by itself. */
const OF_TWO = 0.3;
function aspectMeant({ aspect, aspectP, fromContext, second, candidates }: Understanding): Aspect | null {
  const two = second != null && second.topic === candidates[0]?.topic;
  return aspectP >= (two ? OF_TWO : fromContext ? FOLLOWS : ASKS) ? readAspect(aspect) : null;
}

/** A second question in the same line, about something else: one tap away. */
function withSecond(turn: Turn, told: Told | null): Told | null {
  const second = turn.understanding?.second;
  const [first, ...rest] = told?.replies ?? [];
  if (told === null || first === undefined || second == null || second.topic === told.record.topic)
    return told;
  const name = topicName(turn, second.topic);
  const aspect = readAspect(second.aspect);
  const id = aspect === null ? choiceId('topic', second.topic) : choiceId('aspect', aspect, second.topic);
  if (name === null || [first, ...rest].some(({ choices }) => choices.some((choice) => choice.id === id)))
    return told;
  const title = turn.voice.words('choice.also', { topic: name });
  return {
    ...told,
    replies: [{ ...first, choices: [...first.choices, { id, title, style: 'quiet' }] }, ...rest],
  };
}

const SWITCHES = 0.96;
/** Only the name: offered; the one she is walking through is shown where she is. */
function nameOnly(turn: Turn, topic: string): Told | null {
  const { understanding, state } = turn;
  if (understanding?.fromContext === true) return null;
  const active = activeWalk(state);
  // Told at a question of her case ("2 vc e cuoi r"), another matter's words are more likely about her than a new wish.
  const certain = (understanding?.candidates[0]?.p ?? 0) >= SWITCHES;
  if (state.pending?.kind === 'question' && active?.procedure !== topic && !certain) return null;
  const here = active !== null && active.mode === 'steps' && active.procedure === topic ? resay(turn) : null;
  if (here !== null) return { state: turn.state, replies: [here], record: recordOf('offer', topic) };
  return answerTopic(turn, topic, null);
}

/** She was asked where she is stuck, or says that something fails: the likeliest trouble is taken even when it is not sure. */
const LIKELY_TROUBLE = 0.2;
function troubleLookedFor(turn: Turn): Told | null {
  const { understanding, state } = turn;
  if (understanding === null) return null;
  const { candidates, confidence, fromContext, aspect } = understanding;
  const complains = aspect === 'loi-su-co' && (fromContext || confidence !== 'sure');
  const looking = complains || (state.pending?.kind === 'trouble-pick' && confidence !== 'sure');
  if (!looking) return null;
  const trouble = candidates.find(({ topic, p }) => topic.startsWith('trouble:') && p >= LIKELY_TROUBLE);
  if (trouble !== undefined) return showTrouble(turn, trouble.topic.slice('trouble:'.length));
  return fromContext ? pickTrouble(turn) : null;
}

/** She asks something and names nothing: what the bot asked about last, else what it knows best. */
function aboutWhat(turn: Turn, aspect: Aspect): Told | null {
  const { pending } = turn.state;
  const asked =
    pending?.kind === 'clarify'
      ? pending.topics
      : pending?.kind === 'unit' && pending.topic !== null
        ? [pending.topic]
        : [];
  return clarify(turn, asked.length > 0 ? asked : exampleTopics(turn), aspect, 'clarify.about-what');
}

function unsure(turn: Turn): Told | null {
  const { understanding } = turn;
  if (understanding?.confidence !== 'unsure') return null;
  const likely = understanding.candidates
    .filter(({ topic, p }) => topic !== 'none' && p >= HARDLY)
    .map(({ topic }) => topic);
  const aspect = readAspect(understanding.aspect);
  // "Cần giấy gì" names nothing: one faint guess at the matter is no better than asking for it.
  const [best] = understanding.candidates;
  const faint = aspect !== null && (best?.p ?? 0) < CLOUDED && wordsOf(textOf(turn.event)).length <= 3;
  const told =
    likely.length > 1 || (likely.length === 1 && !faint)
      ? clarify(turn, likely, aspect)
      : aspect === null
        ? null
        : aboutWhat(turn, aspect);
  const walk = activeWalk(turn.state);
  if (told === null || walk === null || !isOpen(walk)) return told;
  // Her place is not lost over a question back: the buttons of the step stay under it.
  return {
    ...told,
    state: withState(turn, { misunderstood: told.state.misunderstood, pending: told.state.pending }).state,
  };
}
