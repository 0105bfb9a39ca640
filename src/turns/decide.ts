import type { Release } from '#knowledge/release.ts';
import type { Account, Decision, Dialogs, Understand, Work } from './ports.ts';
import { turnContextOf, understandTurn } from './understand.ts';

/** Third stage of a turn. Pure: the same work, release and time give the same decision. */
export function decideTurn(
  rooms: {
    readonly understand: Understand;
    readonly dialogs: Dialogs;
    /** How long after her message we may write unasked, by account. */
    readonly reach?: (account: Account) => number | null;
  },
  work: Pick<Work, 'conversation' | 'message' | 'carried'>,
  release: Release,
  now: number,
): Decision {
  const reachMs = rooms.reach?.(work.conversation.account) ?? null;
  const context = { ...turnContextOf(work, now), reachMs };
  return rooms.dialogs.decide({
    state: work.conversation.state,
    event: work.message.event,
    understanding: understandTurn(rooms, work, context),
    secret: work.message.secret,
    context,
    release,
    ...(work.carried === undefined ? {} : { carried: work.carried }),
  });
}
