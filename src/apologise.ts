import type { Release } from '#knowledge/release.ts';
import { say } from '#replies/wording.ts';
import type { Decision, Work } from '#turns/ports.ts';
import { AppError } from './errors.ts';

/**
 * What is said to a message whose turns failed again and again: that it could not be answered. Her place stays
 * as it was, and what she was asked is still asked.
 */
export function apologise({ conversation }: Work, { wording }: Release): Decision {
  // Nothing has been said yet: there is no state to keep, and none may be made up here.
  if (conversation.state === null) throw new AppError('STATE_UNREADABLE', 'no turn has succeeded yet');
  const text = say(wording, 'unclear.unknown', [], conversation.lang);
  return {
    state: conversation.state,
    replies: [{ blocks: [{ kind: 'text', text }], choices: [], facts: [] }],
    effects: [],
    expects: conversation.expects,
    record: { outcome: 'unclear', topic: null, aspect: null, p: 0, alternatives: [] },
  };
}
