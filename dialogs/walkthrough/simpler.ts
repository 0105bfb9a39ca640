import { countedHere } from '../counted/counted.ts';
import { activeWalk, isOpen, recordOf, type Told, type Turn } from '../turn.ts';
import { people } from '../handover/handover.ts';
import { pickTrouble } from '../trouble/trouble.ts';
import { goOn } from './continue.ts';

const TWICE = 3;

/** "Chưa hiểu": the same again in short sentences, and a person. null: there is nothing to say again. */
export function simpler(turn: Turn): Told | null {
  const walk = activeWalk(turn.state);
  if (walk === null || !isOpen(walk)) return null;
  // The same sentences a third time help nobody: what is it that she sees?
  if (walk.repeats >= TWICE && turn.state.pending?.kind === 'step') return pickTrouble(turn);
  const shown = goOn(turn, { simple: true });
  const asksSomething = shown.turn.state.pending?.kind === 'question';
  const reply = asksSomething
    ? {
        ...shown.reply,
        blocks: [
          ...shown.reply.blocks,
          { kind: 'text', text: turn.voice.words('question.person') } as const,
          ...people(turn),
        ],
      }
    : shown.reply;
  return {
    state: shown.turn.state,
    replies: [reply],
    effects: [countedHere(turn.state, 'simpler')],
    record: recordOf('answer', walk.procedure),
  };
}
