import type { Block } from '#replies/reply.ts';
import { anyQuestion, contactBlocks } from '#replies/compose/who.ts';
import { menuChoices } from '../start/menu.ts';
import { recordOf, unitOf, withState, type Told, type Turn } from '../turn.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';

/** Someone asks her for a code, money or a link: warned before anything else. null: nothing of the kind. */
export function safety(turn: Turn): Told | null {
  const { understanding, voice, release } = turn;
  if (understanding?.outcome !== 'safety' || understanding.confidence === 'unknown') return null;
  const id = understanding.candidates[0]?.topic ?? null;
  const topic = id === null ? undefined : release.topics.get(id);
  const words = topic?.answer === undefined ? voice.words('safety.warn') : voice.text(topic.answer);
  const here = currentChoices(turn);
  const blocks: Block[] = [
    { kind: 'text', text: words },
    ...contactBlocks(
      voice,
      release,
      unitOf(turn),
      topic?.whoHelps ?? ['ward-police', ...anyQuestion(release).slice(1)],
    ),
  ];
  return {
    state: withState(turn, { misunderstood: 0 }).state,
    replies: [{ blocks, choices: here.length > 0 ? here : menuChoices(turn), facts: [] }],
    record: recordOf('safety', id),
  };
}
