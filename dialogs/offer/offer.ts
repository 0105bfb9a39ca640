import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Choice, Reply } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { helperChoices, helperWays } from '../helper/card.ts';
import { presetCase } from '../helper/presets.ts';
import { notices } from '../start/greeting.ts';
import { activeWalk, isOpen, recordOf, walkOf, withState, type Told, type Turn } from '../turn.ts';
import { placeOf } from '../walkthrough/place.ts';
import { procedureOf, takeUp } from '../walkthrough/walks.ts';

/** Names the procedure and what it leads to, and offers the two ways. What was begun is set aside. */
export function offer(turn: Turn, procedure: Procedure): Told {
  const { voice } = turn;
  const left = setAside(turn, procedure.id);
  const { helping } = turn.state;
  const preset = presetCase(takeUp(turn, procedure.id), procedure, helping);
  const next = offered(preset.turn, procedure.id);
  const helper = helping === null ? null : helperWays(next, helping, procedure, preset.answered);
  const reply: Reply = {
    blocks: [
      ...(left === null ? [] : [{ kind: 'text', text: left } as const]),
      ...notices(turn, procedure.id),
      {
        kind: 'text',
        text: voice.words('offer.intro', {
          name: voice.text(procedure.name),
          leadsTo: voice.text(procedure.leadsTo),
        }),
      },
      ...(helper?.blocks ?? []),
      { kind: 'text', text: voice.words('offer.two-ways') },
    ],
    choices: [...twoWays(next, procedure.id), ...(helping === null ? [] : helperChoices(next, helping))],
    facts: [...(helper?.facts ?? [])],
  };
  return { state: next.state, replies: [reply], record: recordOf('offer', procedure.id) };
}

export function offered(turn: Turn, procedure: string): Turn {
  return withState(turn, { pending: { kind: 'offer', procedure }, misunderstood: 0 });
}

export function twoWays(turn: Turn, procedure: string): Choice[] {
  const { words } = turn.voice;
  const walk = walkOf(turn.state, procedure);
  const begun = walk !== null && walk.done.length > 0 && walk.mode !== 'finished';
  return [
    { id: choiceId('offer', 'papers', procedure), title: words('choice.papers'), style: 'normal' },
    {
      id: choiceId('offer', 'start', procedure),
      title: begun ? words('choice.go-on') : words('choice.start'),
      style: 'primary',
    },
  ];
}

/** One sentence on what is put aside for this; null: nothing is. */
function setAside(turn: Turn, procedure: string): string | null {
  const active = activeWalk(turn.state);
  if (active === null || active.procedure === procedure || !isOpen(active)) return null;
  const known = procedureOf(turn, active.procedure);
  const name = known === undefined ? active.procedure : turn.voice.text(known.short);
  if (active.mode === 'papers') return turn.voice.words('offer.set-aside', { procedure: name });
  const { index, plans } = placeOf(turn, active);
  return turn.voice.words('offer.set-aside-at', {
    procedure: name,
    number: Math.min(index + 1, plans.length),
    total: plans.length,
  });
}
