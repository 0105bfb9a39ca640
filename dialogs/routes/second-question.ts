import { readAspect } from '../answer/answer-topic.ts';
import { choiceId } from '../choices/ids.ts';
import { topicName } from '../clarify/topic-name.ts';
import type { Told, Turn } from '../turn.ts';

/** A second question in the same line, about something else: one tap away. */
export function withSecond(turn: Turn, told: Told | null): Told | null {
  const second = turn.understanding?.second;
  const [first, ...rest] = told?.replies ?? [];
  if (told === null || first === undefined || second == null || second.topic === told.record.topic)
    return told;
  const name = topicName(turn, second.topic);
  const aspect = readAspect(second.aspect);
  const id = aspect === null ? choiceId('topic', second.topic) : choiceId('aspect', aspect, second.topic);
  if (name === null || [first, ...rest].some(({ choices }) => choices.some((choice) => choice.id === id)))
    return told;
  const title = turn.voice.words('choice.also', { topic: name });
  return {
    ...told,
    replies: [{ ...first, choices: [...first.choices, { id, title, style: 'quiet' }] }, ...rest],
  };
}
