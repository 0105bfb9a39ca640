import type { Choice, Reply } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { people } from '../handover/handover.ts';
import { recordOf, textReply, withState, type Told, type Turn } from '../turn.ts';
import { reasonChoices } from './reasons.ts';
import { waysOn } from './ways-on.ts';

/** Asked under the first answer, then again only after this many. */
const EVERY = 4;

/** What she thinks of an answer or of the whole way. */
export function takeFeedback(turn: Turn, helped: boolean, about: string): Told {
  const next = withState(turn, { sinceFeedback: 1 });
  const choices = waysOn(turn);
  const { words } = turn.voice;
  const reply: Reply = helped
    ? textReply(words('feedback.thanks'), choices)
    : {
        blocks: [{ kind: 'text', text: words('feedback.sorry') }, ...people(turn)],
        choices: [...reasonChoices(turn, about), ...choices],
        facts: [],
      };
  return {
    state: next.state,
    replies: [reply],
    effects: [{ kind: 'feedback', helped, about: about.slice(0, 100) }],
    record: recordOf('smalltalk', turn.state.topic),
  };
}

/** Quiet buttons under an answer, not at every turn. */
export function askFeedback(turn: Turn, told: Told): Told {
  if (told.record.outcome !== 'answer' || told.record.topic == null) return told;
  const [first, ...rest] = told.replies;
  if (first === undefined || first.facts.length === 0) return told;
  const count = told.state.sinceFeedback;
  const state = { ...told.state, sinceFeedback: (count + 1) % EVERY };
  if (count !== 0 || rest.length > 0) return { ...told, state };
  return {
    ...told,
    state,
    replies: [{ ...first, choices: [...first.choices, ...buttons(turn, told.record.topic)] }],
  };
}

const buttons = (turn: Turn, about: string): Choice[] => [
  { id: choiceId('feedback', 'yes', about), title: turn.voice.words('choice.useful'), style: 'quiet' },
  { id: choiceId('feedback', 'no', about), title: turn.voice.words('choice.not-useful'), style: 'quiet' },
];
