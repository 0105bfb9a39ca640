import type { Release } from '#knowledge/release.ts';
import type { Decision, Dialogs, Understand, Work } from './ports.ts';
import { turnContextOf, understandTurn } from './understand.ts';

/** Third stage of a turn. Pure: the same work, release and time give the same decision. */
export function decideTurn(
  rooms: { readonly understand: Understand; readonly dialogs: Dialogs },
  work: Pick<Work, 'conversation' | 'message'>,
  release: Release,
  now: number,
): Decision {
  const context = turnContextOf(work, now);
  return rooms.dialogs.decide({
    state: work.conversation.state,
    event: work.message.event,
    understanding: understandTurn(rooms, work, context),
    secret: work.message.secret,
    context,
    release,
  });
}
