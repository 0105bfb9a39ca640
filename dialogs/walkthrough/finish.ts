import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { askResult } from '../remind/remind.ts';
import { asideChoices } from '../resume/aside.ts';
import type { Walkthrough } from '../state.ts';
import { withState, type Turn } from '../turn.ts';
import type { Shown } from './show-step.ts';
import { patchActive, procedureOf } from './walks.ts';

/** All steps done: keep the code, what comes next, was it useful, what was left lying. */
export function finish(turn: Turn, walk: Walkthrough, lead?: string): Shown {
  const { voice } = turn;
  const procedure = procedureOf(turn, walk.procedure);
  const name = procedure === undefined ? walk.procedure : voice.text(procedure.short);
  // At the counter there is a slip to keep, and nothing to watch on the portal.
  const atCounter = walk.channel === 'counter' || procedure?.online.entry === 'counter-only';
  const finished = patchActive(turn, { mode: 'finished', at: null, repeats: 0 });
  const asking = askResult(turn, walk.procedure);
  const choices: Choice[] = [
    ...(asking === null ? [] : [asking.choice]),
    ...asideChoices(finished),
    {
      id: choiceId('feedback', 'yes', walk.procedure),
      title: voice.words('choice.rate-good'),
      style: 'normal',
    },
    {
      id: choiceId('feedback', 'no', walk.procedure),
      title: voice.words('choice.rate-bad'),
      style: 'normal',
    },
    { id: choiceId('menu'), title: voice.words('choice.menu'), style: 'quiet' },
  ];
  return {
    turn: withState(finished, { pending: null }),
    reply: {
      blocks: [
        ...(lead === undefined ? [] : [{ kind: 'text', text: lead } as const]),
        { kind: 'text', text: voice.words('finish.done', { procedure: name }) },
        { kind: 'text', text: voice.words(atCounter ? 'finish.code-counter' : 'finish.code') },
        ...(asking === null ? [] : [{ kind: 'text', text: asking.text } as const]),
        { kind: 'text', text: voice.words(atCounter ? 'finish.next-counter' : 'finish.next') },
      ],
      choices,
      facts: [],
    },
  };
}
