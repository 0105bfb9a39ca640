import type { Aspect, Outcome } from '#knowledge/schema/ids.ts';
import type { OpenModel } from './openModel.ts';

/** What is done about a topic that is meant. */
export function outcomeOf(topic: string, aspect: Aspect | null, model: OpenModel): Outcome {
  if (isSafety(topic, model)) return 'safety';
  const outcome = model.known.get(topic)?.outcome ?? 'unclear';
  return outcome === 'offer' && aspect !== null ? 'answer' : outcome;
}

/** A trouble that warns of fraud is a warning, under whichever name it was recognised. */
export const isSafety = (topic: string, model: OpenModel): boolean =>
  model.safety.some((head) => model.topics.kin(head, topic));
