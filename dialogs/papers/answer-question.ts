import type { Block } from '#replies/reply.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Walkthrough } from '../state.ts';
import { recordOf, withState, type Told, type Turn, walkOf } from '../turn.ts';
import { changes } from '../resume/changes.ts';
import { doneDiffers } from '../resume/done-differs.ts';
import { shownNow } from '../resume/shown.ts';
import { goOn } from '../walkthrough/continue.ts';
import { optionOf, questionOf, takeUp } from '../walkthrough/walks.ts';

/**
 * Remembers an answer and goes on. One that she told without being asked is said back. A changed answer, or one that changes the number of steps, says what changed. */
export function answerQuestion(
  turn: Turn,
  procedure: Procedure,
  question: string,
  option: string,
  how: 'asked' | 'corrected' | 'told' = 'asked',
): Told {
  const walk = walkOf(turn.state, procedure.id);
  const before = walk?.answers[question];
  const was = walk === null ? null : shownNow(turn, walk);
  const answers: Walkthrough['answers'] = { ...walk?.answers, [question]: option };
  const mode = walk === null || walk.mode === 'offer' || walk.mode === 'finished' ? 'papers' : walk.mode;
  const answered = withState(takeUp(turn, procedure.id, { answers, mode, repeats: 0, at: null }), {
    misunderstood: 0,
  });
  const now = walkOf(answered.state, procedure.id);
  const isNow = now === null ? null : shownNow(answered, now);
  const changed = how === 'corrected' || (before !== undefined && before !== option);
  const told = was === null || isNow === null ? [] : changes(turn, was, isNow);
  const answer = saidBack(turn, procedure, question, option);
  const lead = changed
    ? [turn.voice.words('change.noted', { answer }), ...told]
    : [
        ...(how === 'told' ? [turn.voice.words('question.told', { answer })] : []),
        ...countChange(turn, mode, was?.steps.length, isNow?.steps.length),
      ];
  const remembered = isNow === null ? answered : takeUp(answered, procedure.id, { shown: isNow });
  const shown = goOn(remembered);
  // With a question still to come nobody knows yet that nothing changes.
  const asksOn = shown.turn.state.pending?.kind === 'question';
  const calm = changed && told.length === 0 && !asksOn ? [turn.voice.words('change.nothing')] : [];
  const more = how === 'told' && !changed && asksOn ? [turn.voice.words('question.one-more')] : [];
  const walked = mode === 'steps' && walk !== null && now !== null ? doneDiffers(turn, walk, now) : [];
  const said = [...lead, ...walked, ...more, ...calm].join('\n');
  const blocks: Block[] = [
    ...(said === '' ? [] : [{ kind: 'text', text: said } as const]),
    ...shown.reply.blocks,
  ];
  return {
    state: shown.turn.state,
    replies: [{ ...shown.reply, blocks }],
    record: { ...recordOf('answer', procedure.id, 'ho-so'), p: 1, alternatives: [] },
  };
}

/** While walking, a first answer that makes the way longer or shorter says so in one sentence. */
function countChange(turn: Turn, mode: Walkthrough['mode'], before?: number, after?: number): string[] {
  if (mode !== 'steps' || before === after || after === undefined) return [];
  return [turn.voice.words('change.steps', { total: after })];
}

/** Longer labels speak for themselves; "Có" does not. */
const SHORT = 3;

function saidBack(turn: Turn, procedure: Procedure, question: string, option: string): string {
  const asked = questionOf(procedure, question);
  const label = optionOf(asked, option)?.label;
  if (asked === undefined || label === undefined) return option;
  const answers = turn.voice.text(label);
  return answers.split(' ').length > SHORT
    ? answers
    : turn.voice.words('papers.when', { question: turn.voice.text(asked.ask), answers });
}
