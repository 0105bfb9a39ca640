import { submissionChannelSchema } from '#knowledge/schema/ids.ts';
import { changeChannel } from '../papers/change-channel.ts';
import { answer, answerForCase } from '../answer/answer.ts';
import { answerTopic, readAspect } from '../answer/answer-topic.ts';
import { askAgain, askWhich } from '../change/change.ts';
import { isStepAction, readChoice, type Verb } from '../choices/ids.ts';
import { unclear } from '../clarify/unclear.ts';
import { takeFeedback } from '../feedback/feedback.ts';
import { isReason, takeReason } from '../feedback/reasons.ts';
import { takeWrong } from '../feedback/wrong.ts';
import { checkDossier } from '../check/check.ts';
import { forget } from '../forget/forget.ts';
import { handover } from '../handover/handover.ts';
import { changeHelper } from '../helper/helper.ts';
import { beginPapers, beginSteps } from '../offer/begin.ts';
import { answerQuestion } from '../papers/answer-question.ts';
import { resume } from '../resume/resume.ts';
import { menu } from '../start/menu.ts';
import { activeWalk, walkOf, withState, type Told, type Turn, recordOf } from '../turn.ts';
import { due, remind } from '../remind/remind.ts';
import { tapScreen } from '../screen/screen.ts';
import { pickTrouble, showTrouble, troubleSolved, troubleStays } from '../trouble/trouble.ts';
import { askUnit } from '../unit/ask-unit.ts';
import { skipUnit, readUnits, takeUnit } from '../unit/take-unit.ts';
import { placeOf } from '../walkthrough/place.ts';
import { openStep, stepActionTable } from '../walkthrough/step-actions.ts';
import { optionOf, procedureOf, questionOf } from '../walkthrough/walks.ts';
import { stale } from './stale.ts';

type Tap = (turn: Turn, args: readonly string[]) => Told | null;

/** What each kind of button does. null: the button means nothing (any more). */
const taps: Readonly<Record<Verb, Tap>> = {
  step: (turn, [action, step, procedure]) => {
    if (action === 'open') return openStep(turn, step ?? '', procedure ?? '');
    if (!isStepAction(action)) return null;
    const walk = activeWalk(turn.state) ?? walkOf(turn.state, procedure ?? '');
    if (walk === null || (procedure !== undefined && walk.procedure !== procedure)) return null;
    if (walk.id !== turn.state.active || (walk.mode !== 'steps' && walk.mode !== 'finished')) return null;
    const here = placeOf(turn, walk).step?.id ?? '';
    const asked = turn.state.pending?.kind === 'question' || turn.state.pending?.kind === 'unit';
    if (action === 'done' && (step !== here || asked)) return null;
    if (action === 'back' && step !== undefined && step !== here) return null;
    return stepActionTable[action](turn, walk);
  },
  q: (turn, [question = '', option = '', named, asked]) => {
    const procedure = procedureOf(turn, named ?? activeWalk(turn.state)?.procedure ?? '');
    const known = questionOf(procedure, question);
    if (procedure === undefined || optionOf(known, option) === undefined) return null;
    const aspect = readAspect(asked ?? null);
    if (aspect !== null) return answerForCase(turn, procedure, { [question]: option }, aspect);
    return answerQuestion(turn, procedure, question, option);
  },
  offer: (turn, [way, id = '']) => {
    const procedure = procedureOf(turn, id);
    if (procedure === undefined) return null;
    if (way === 'papers') return beginPapers(turn, procedure);
    return way === 'start' ? beginSteps(turn, procedure) : null;
  },
  topic: (turn, [id = '']) => {
    const { pending } = turn.state;
    const aspect = pending?.kind === 'clarify' && pending.topics.includes(id) ? pending.aspect : null;
    return id === 'none' ? unclear(turn) : answerTopic(turn, id, aspect);
  },
  aspect: (turn, [aspect = '', id = '']) => {
    const procedure = procedureOf(turn, id);
    const read = readAspect(aspect);
    if (procedure === undefined) return answerTopic(turn, id, aspect);
    return read === null ? null : answer(turn, procedure, [read]);
  },
  trouble: (turn, [id = '', from]) =>
    id === '' && /^\d{1,2}$/.test(from ?? '') ? pickTrouble(turn, Number(from)) : showTrouble(turn, id),
  fix: (turn, [helped, id = '']) => {
    if (helped === 'yes') return troubleSolved(turn);
    return helped === 'no' ? troubleStays(turn, id) : null;
  },
  unit: (turn, [code = '', sure]) => {
    if (code === 'skip') return skipUnit(turn);
    if (code === 'other') {
      const asked = askUnit(turn);
      return {
        state: asked.turn.state,
        replies: [asked.reply],
        record: recordOf('clarify', turn.state.topic, 'noi-nop'),
      };
    }
    // A ward's button can carry a name that means two places, unless it is the answer to just that question.
    const trap = turn.release.traps.find(({ options }) => options.some(({ unit }) => unit === code));
    const isTrapName = trap !== undefined && turn.release.units.get(code)?.name === trap.name;
    if (sure === 'sure' || !isTrapName) return takeUnit(turn, code);
    const read = readUnits(
      turn,
      [{ unit: code, said: trap.name, former: false, trap: trap.id }],
      wantedOf(turn),
    );
    return read.kind === 'ask' ? read.told : takeUnit(turn, code);
  },
  resume: (turn, [, procedure]) => resume(turn, procedure ?? null),
  change: (turn, [id = '', question]) => {
    const walk = walkOf(turn.state, id);
    if (walk === null) return null;
    if (question === undefined) return askWhich(turn, walk);
    return questionOf(procedureOf(turn, id), question) === undefined ? null : askAgain(turn, walk, question);
  },
  channel: (turn, [channel, id = '']) => {
    const walk = walkOf(turn.state, id);
    const read = submissionChannelSchema.safeParse(channel);
    const counterOnly = procedureOf(turn, id)?.online.entry === 'counter-only';
    return walk === null || !read.success || counterOnly ? null : changeChannel(turn, walk, read.data);
  },
  remind,
  due,
  menu: (turn) => menu(turn),
  staff: (turn) => handover(turn, 'asked'),
  helper: (turn, [what = '']) => changeHelper(turn, what),
  screen: (turn, [how = '', step = '', id = '']) => tapScreen(turn, how, step, id),
  check: (turn, [id = '']) => {
    const walk = walkOf(turn.state, id);
    return walk === null || procedureOf(turn, id) === undefined ? null : checkDossier(turn, walk);
  },
  feedback: (turn, [what, about = '', reason]) => {
    if (what === 'why') return isReason(reason) ? takeReason(turn, about, reason) : null;
    return what === 'yes' || what === 'no' ? takeFeedback(turn, what === 'yes', about) : null;
  },
  forget,
  wrong: (turn, key) => takeWrong(turn, key.join(':')),
};

/** A button was tapped, or its number or label typed. An old one is answered without moving her. */
export function tap(turn: Turn, id: string): Told {
  const tapped = readChoice(id);
  const told = tapped === null ? null : taps[tapped.verb](withState(turn, {}), tapped.args);
  return told ?? stale(turn);
}

export function wantedOf({ state }: Turn): { topic: string | null; aspect: string | null } {
  return state.pending?.kind === 'unit'
    ? { topic: state.pending.topic, aspect: state.pending.aspect }
    : { topic: null, aspect: null };
}
