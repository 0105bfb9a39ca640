import type { DatedTrouble } from '#knowledge/release.ts';
import { anyQuestion, contactBlocks } from '#replies/compose/who.ts';
import type { Aspect } from '#knowledge/schema/ids.ts';
import { day } from '#replies/compose/format.ts';
import type { Block, Choice, Reply } from '#replies/reply.ts';
import type { Effect } from '#turns/ports.ts';
import { choiceId } from '../choices/ids.ts';
import { countedHere } from '../counted/counted.ts';
import { activeWalk, isOpen, recordOf, textReply, unitOf, withState, type Told, type Turn } from '../turn.ts';
import { toldGoingOn } from '../walkthrough/continue.ts';
import { placeOf } from '../walkthrough/place.ts';
import { troubleChoices } from './choices.ts';
import { menuChoices } from '../start/menu.ts';

/** Things to try at a time: one at a time for the confused is slow, all at once is a wall. */
const AT_ONCE = 2;
const OFFERED = 5;
const OUTRIGHT = 0.8;

/** "Tôi bị vướng": what happens at this step, to tap, the next ones on request, or her own words. */
export function pickTrouble(turn: Turn, from = 0): Told {
  const walk = activeWalk(turn.state);
  const step = walk === null ? null : placeOf(turn, walk).step;
  const next = withState(turn, { pending: { kind: 'trouble-pick' } });
  return {
    state: next.state,
    replies: [
      textReply(turn.voice.words('trouble.ask'), [
        ...troubleChoices(turn, step, from, OFFERED),
        staffChoice(turn),
      ]),
    ],
    record: recordOf('answer', turn.state.topic, 'loi-su-co'),
  };
}

/** The first things to try, and whether they help. null: no such trouble. */
export function showTrouble(turn: Turn, id: string, told = 0): Told | null {
  const trouble = turn.release.troubles.get(id);
  if (trouble === undefined) return null;
  const fixes = trouble.fixes.slice(told, told + AT_ONCE);
  if (fixes.length === 0) return whoCanHelp(turn, trouble);
  const next = withState(turn, {
    pending: { kind: 'trouble', trouble: id, told: told + fixes.length },
    misunderstood: 0,
  });
  const { voice } = turn;
  const first = told === 0;
  const cause = first && trouble.cause !== undefined ? voice.text(trouble.cause) : null;
  const blocks: Block[] = [
    {
      kind: 'text',
      text: first
        ? voice.words(trouble.frequent ? 'trouble.intro-frequent' : 'trouble.intro', {
            trouble: voice.text(trouble.title),
          })
        : voice.words('trouble.more'),
    },
    ...(cause === null ? [] : [{ kind: 'text', text: cause } as const]),
    { kind: 'text', text: fixes.map((fix) => `• ${voice.text(fix)}`).join('\n') },
    { kind: 'text', text: voice.words('trouble.helped') },
  ];
  const reply: Reply = {
    blocks,
    choices: [
      { id: choiceId('fix', 'yes', id), title: voice.words('choice.fix-yes'), style: 'primary' },
      { id: choiceId('fix', 'no', id), title: voice.words('choice.fix-no'), style: 'normal' },
    ],
    facts: [],
  };
  return { state: next.state, replies: [reply], record: recordOf('answer', `trouble:${id}`, askedOf(turn)) };
}

/** Who asks outright for something else asks that, though a trouble is what helps. */
function askedOf({ understanding }: Turn): Aspect {
  const outright = understanding !== null && understanding.aspectP >= OUTRIGHT;
  return (outright ? understanding.aspect : null) ?? 'loi-su-co';
}

/** It helped: back to the step. */
export function troubleSolved(turn: Turn): Told {
  const next = withState(turn, { pending: null });
  const walk = activeWalk(turn.state);
  const lead = turn.voice.words('trouble.solved');
  const effects = ended(turn, 'trouble-solved');
  if (walk !== null && isOpen(walk)) return { ...toldGoingOn(next, [], { lead }), effects };
  return {
    state: next.state,
    replies: [textReply(lead, menuChoices(turn))],
    effects,
    record: recordOf('answer', null, 'loi-su-co'),
  };
}

/** It did not: the next things to try, at last who can help. An old button begins after the first fixes. */
export function troubleStays(turn: Turn, id: string): Told | null {
  const { pending } = turn.state;
  const told = pending?.kind === 'trouble' && pending.trouble === id ? pending.told : AT_ONCE;
  return showTrouble(turn, id, told);
}

function whoCanHelp(turn: Turn, trouble: DatedTrouble): Told {
  const { voice, release } = turn;
  const next = withState(turn, { pending: activeWalk(turn.state) === null ? null : { kind: 'step' } });
  const ids = [...new Set([...trouble.whoHelps, ...anyQuestion(release).slice(1)])];
  return {
    state: next.state,
    replies: [
      {
        blocks: [
          { kind: 'text', text: voice.words('trouble.who-helps') },
          ...contactBlocks(voice, release, unitOf(turn), ids),
          { kind: 'text', text: voice.words('trouble.place-kept', { date: day(trouble.asOf) }) },
        ],
        choices: [backToStep(turn), staffChoice(turn)].filter((choice) => choice !== null),
        facts: [],
      },
    ],
    effects: ended(turn, 'trouble-stays'),
    record: recordOf('answer', `trouble:${trouble.id}`, 'loi-su-co'),
  };
}

/** How the trouble that is on the table ended; an old button of another one counts for nothing. */
function ended({ state }: Turn, event: 'trouble-solved' | 'trouble-stays'): readonly Effect[] {
  return state.pending?.kind === 'trouble' ? [countedHere(state, event, state.pending.trouble)] : [];
}

const staffChoice = (turn: Turn): Choice => ({
  id: choiceId('staff'),
  title: turn.voice.words('choice.staff'),
  style: 'quiet',
});

function backToStep(turn: Turn): Choice | null {
  const walk = activeWalk(turn.state);
  if (walk === null || !isOpen(walk)) return null;
  return {
    id: choiceId('resume', 'go', walk.procedure),
    title: turn.voice.words('choice.resume'),
    style: 'primary',
  };
}
