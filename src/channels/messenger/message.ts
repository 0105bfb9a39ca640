import { renderText } from '#replies/render-text.ts';
import type { Reply } from '#replies/reply.ts';
import type { Delivery } from '#turns/ports-delivery.ts';
import { messengerDescriptor } from './descriptor.ts';
import { MARK, payloadOf } from './event.ts';

/** One piece of a reply as a message with quick replies; text and titles are within the limits already. */
export function messengerMessage(delivery: Delivery, reply: Reply, now: number): object {
  const quick = reply.choices.map((choice) => ({
    content_type: 'text',
    title: choice.title,
    payload: payloadOf(choice),
  }));
  return {
    recipient: { id: delivery.person },
    ...typeOf(delivery, now),
    message: {
      text: renderText(reply),
      metadata: `${MARK}${delivery.id}`,
      ...(quick.length === 0 ? {} : { quick_replies: quick }),
    },
  };
}

/** The tag for human agents is for what a person typed, and only where the window for everybody is closed. */
function typeOf({ origin, lastInAt }: Delivery, now: number): object {
  if (origin === 'outreach') return { messaging_type: 'UPDATE' };
  const late = lastInAt !== null && now - lastInAt > (messengerDescriptor.windowMs ?? 0);
  return origin === 'officer' && late
    ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
    : { messaging_type: 'RESPONSE' };
}
