import type { Outcome } from '#knowledge/schema/ids.ts';
import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { people } from '../handover/handover.ts';
import { menuChoices } from '../start/menu.ts';
import { activeWalk, isOpen, recordOf, withState, type Told, type Turn } from '../turn.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { isBeside } from './clarify.ts';
import { topicName } from './topic-name.ts';

const NEAREST = 3;

/** Not known: says so, offers the nearest and a person. */
export function unclear(turn: Turn, outcome: Outcome = 'unclear'): Told {
  const { words } = turn.voice;
  const again = turn.state.misunderstood >= 1;
  const nearest = [...new Set(turn.understanding?.candidates.map(({ topic }) => topic))]
    .map((id) => ({ id, name: topicName(turn, id) }))
    .filter(({ id }) => !isBeside(turn, id))
    .filter((topic): topic is { id: string; name: string } => topic.name !== null)
    .slice(0, NEAREST);
  const walk = activeWalk(turn.state);
  const here = walk !== null && isOpen(walk) ? currentChoices(turn) : [];
  const near: Choice[] = nearest.map(({ id, name }) => ({
    id: choiceId('topic', id),
    title: name,
    style: 'normal',
  }));
  const next = withState(turn, { misunderstood: turn.state.misunderstood + 1 });
  return {
    state: next.state,
    replies: [
      {
        blocks: [
          { kind: 'text', text: words(again ? 'unclear.again' : 'unclear.unknown') },
          ...(near.length > 0 ? [{ kind: 'text', text: words('unclear.nearest') } as const] : []),
          { kind: 'text', text: words('unclear.person') },
          ...people(turn),
        ],
        choices: [...here, ...(near.length > 0 ? near : here.length > 0 ? [] : menuChoices(turn))],
        facts: [],
      },
    ],
    record: recordOf(outcome, nearest[0]?.id ?? null),
  };
}
