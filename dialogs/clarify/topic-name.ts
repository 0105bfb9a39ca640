import { capital } from '#replies/compose/format.ts';
import type { Turn } from '../turn.ts';
import { procedureOf } from '../walkthrough/walks.ts';

/** What a topic is called on a button. null: the release does not know it. */
export function topicName(turn: Turn, id: string): string | null {
  const { voice, release } = turn;
  const procedure = procedureOf(turn, id);
  if (procedure !== undefined) return capital(voice.text(procedure.short));
  if (id.startsWith('trouble:')) {
    const trouble = release.troubles.get(id.slice('trouble:'.length));
    return trouble === undefined ? null : voice.text(trouble.title);
  }
  const topic = release.topics.get(id);
  if (topic !== undefined) return capital(voice.text(topic.name));
  const route = release.flow.sideRoutes.find((side) => side.id === id);
  return route === undefined ? null : voice.text(route.title);
}
