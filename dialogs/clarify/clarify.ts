import type { Choice } from '#replies/reply.ts';
import type { Aspect } from '#knowledge/schema/ids.ts';
import { choiceId } from '../choices/ids.ts';
import { recordOf, textOf, textReply, withState, type Told, type Turn } from '../turn.ts';
import { people } from '../handover/handover.ts';
import { topicName } from './topic-name.ts';

const MOST = 3;
const REMEMBERED = 300;

const beside: ReadonlySet<string> = new Set(['smalltalk', 'refuse', 'safety', 'unclear', 'clarify']);

/** Not a thing to choose: small talk and the like. */
export const isBeside = (turn: Turn, id: string): boolean =>
  beside.has(turn.release.topics.get(id)?.outcome ?? 'answer');

/** What is hardly meant is no choice. */
export const HARDLY = 0.04;

/** One question with at most four choices; what she asked about it is kept for the tap. null: nothing to ask between. */
export function clarify(
  turn: Turn,
  topics: readonly string[],
  aspect: Aspect | null,
  ask: 'clarify.ask' | 'clarify.about-what' = 'clarify.ask',
): Told | null {
  const named = [...new Set(topics)]
    .map((id) => ({ id, name: topicName(turn, id) }))
    .filter(({ id }) => !isBeside(turn, id))
    .filter((topic): topic is { id: string; name: string } => topic.name !== null)
    .slice(0, MOST);
  const [best, ...rest] = named;
  if (best === undefined) return null;
  const { words } = turn.voice;
  const lost = turn.state.misunderstood >= 1;
  const choices: Choice[] = [
    ...named.map(({ id, name }): Choice => ({ id: choiceId('topic', id), title: name, style: 'normal' })),
    { id: choiceId('topic', 'none'), title: words('choice.none-of-these'), style: 'quiet' },
  ];
  const next = withState(turn, {
    misunderstood: turn.state.misunderstood + 1,
    pending: {
      kind: 'clarify',
      text: textOf(turn.event).slice(0, REMEMBERED),
      topics: named.map(({ id }) => id),
      aspect,
    },
  });
  const question = rest.length === 0 ? words('clarify.one', { topic: best.name }) : words(ask);
  const reply = textReply(question, choices);
  return {
    state: next.state,
    replies: [
      lost
        ? {
            ...reply,
            blocks: [...reply.blocks, { kind: 'text', text: words('clarify.or-person') }, ...people(turn)],
          }
        : reply,
    ],
    record: recordOf('clarify', best.id, aspect),
  };
}
