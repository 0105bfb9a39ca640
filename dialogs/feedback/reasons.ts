import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { recordOf, textReply, type Told, type Turn } from '../turn.ts';
import { waysOn } from './ways-on.ts';

/** Why an answer did not help: the second tap, for those who want to say it. */
export const reasons = ['wrong', 'unclear', 'missing', 'other-matter'] as const;
export type Reason = (typeof reasons)[number];
export const isReason = (word: string | undefined): word is Reason =>
  reasons.some((reason) => reason === word);

export const reasonChoices = (turn: Turn, about: string): Choice[] =>
  reasons.map((reason) => ({
    id: choiceId('feedback', 'why', about, reason),
    title: turn.voice.words(`choice.why-${reason}`),
    style: 'normal',
  }));

/** Kept as a line of its own, `why:<reason>:<about>`: who counts answers that did not help leaves these out. */
export function takeReason(turn: Turn, about: string, reason: Reason): Told {
  return {
    state: turn.state,
    replies: [textReply(turn.voice.words('feedback.why-noted'), waysOn(turn))],
    effects: [{ kind: 'feedback', helped: false, about: `why:${reason}:${about}`.slice(0, 100) }],
    record: recordOf('smalltalk', turn.state.topic),
  };
}
