import type { Release } from '#knowledge/release.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { capital } from '#replies/compose/format.ts';
import { isOpen, recordOf, textReply, withState, type Told, type Turn } from '../turn.ts';
import { asideChoices } from '../resume/aside.ts';
import { openWalk } from '../walkthrough/walks.ts';

const EXAMPLES = 4;
const LAST = Number.MAX_SAFE_INTEGER;

const kept = new WeakMap<Release, readonly Procedure[]>();

/** What is known best, as the knowledge orders it. */
function examplesOf({ release }: Turn): readonly Procedure[] {
  let examples = kept.get(release);
  if (examples === undefined) {
    const full = [...release.procedures.values()].filter(({ depth }) => depth === 'full');
    kept.set(release, (examples = full.sort((a, b) => (a.featured ?? LAST) - (b.featured ?? LAST))));
  }
  return examples;
}

export const exampleTopics = (turn: Turn): string[] =>
  examplesOf(turn)
    .slice(0, EXAMPLES)
    .map(({ id }) => id);

/** The first page: what was begun, then examples of what is known best. */
export function menuChoices(turn: Turn): Choice[] {
  const open = new Set(turn.state.walkthroughs.filter(isOpen).map(({ procedure }) => procedure));
  const examples = examplesOf(turn)
    .filter(({ id }) => !open.has(id))
    .slice(0, EXAMPLES)
    .map(({ id, short }): Choice => ({
      id: choiceId('topic', id),
      title: capital(turn.voice.text(short)),
      style: 'normal',
    }));
  return [...asideChoices(turn), ...examples];
}

export function menu(turn: Turn): Told {
  const open = openWalk(turn.state);
  const next = withState(turn, { active: null, pending: null, topic: null, misunderstood: 0 });
  const lead = open === null ? turn.voice.words('menu.ask') : turn.voice.words('menu.ask-kept');
  return {
    state: next.state,
    replies: [textReply(lead, menuChoices(next))],
    record: recordOf('smalltalk', null),
  };
}
