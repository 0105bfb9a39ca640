import { activeWalk, isOpen, recordOf, type Told, type Turn } from '../turn.ts';
import { people } from '../handover/handover.ts';
import { goOn } from './continue.ts';

/** "Chưa hiểu": the same again in short sentences, and a person. null: there is nothing to say again. */
export function simpler(turn: Turn): Told | null {
  const walk = activeWalk(turn.state);
  if (walk === null || !isOpen(walk)) return null;
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
  return { state: shown.turn.state, replies: [reply], record: recordOf('answer', walk.procedure) };
}
