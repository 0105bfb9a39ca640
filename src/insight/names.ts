import type { Release } from '#knowledge/release.ts';
import { say } from '#knowledge/schema/text.ts';

export const TROUBLE = 'trouble:';

/** What officers call a topic as understood: a procedure's name, a trouble's title, a question's name; else its id. */
export function topicName(
  release: Pick<Release, 'procedures' | 'troubles' | 'topics'>,
  topic: string,
): string {
  const entry = topic.startsWith(TROUBLE)
    ? release.troubles.get(topic.slice(TROUBLE.length))?.title
    : (release.procedures.get(topic)?.name ?? release.topics.get(topic)?.name);
  return entry === undefined ? topic : say(entry);
}
