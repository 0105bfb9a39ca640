import type { Accepted, ActivityRow } from '#turns/ports.ts';
import { parseJson, type Json } from '#root/json.ts';
import { isObject } from '../clean.ts';
import type { Follow } from '../follow.ts';

/** The replies of one message's turn, when they are committed; none where that takes too long. */
export async function repliesTo(
  { conversation, seq, activityId }: Accepted,
  since: number,
  follow: Follow,
  timeoutMs: number,
): Promise<readonly Json[]> {
  const { promise, resolve } = Promise.withResolvers<readonly Json[]>();
  const repliesOf = ({ kind, at, json }: ActivityRow): readonly Json[] => {
    if (kind !== 'out') return [];
    const activity = parseJson(json);
    // A greeting answers no message; it is what was said since.
    if (activityId === null) return at >= since ? [activity] : [];
    return isObject(activity) && activity['replyToId'] === activityId ? [activity] : [];
  };
  const following = follow({
    conversation,
    after: seq ?? 0,
    onRows: (rows) => {
      // One commit writes all replies of a turn.
      const replies = rows.flatMap(repliesOf);
      if (replies.length > 0) resolve(replies);
    },
    onError: () => undefined,
  });
  const timer = setTimeout(() => resolve([]), timeoutMs);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    following.stop();
  }
}
