import { renderText } from '#replies/render-text.ts';
import type { Reply } from '#replies/reply.ts';
import { MARK, payloadOf } from './event.ts';

/** One piece of a reply as a message with quick replies; text and titles are within the limits already. */
export function messengerMessage(delivery: string, person: string, reply: Reply): object {
  const quick = reply.choices.map((choice) => ({
    content_type: 'text',
    title: choice.title,
    payload: payloadOf(choice),
  }));
  return {
    recipient: { id: person },
    messaging_type: 'RESPONSE',
    message: {
      text: renderText(reply),
      metadata: `${MARK}${delivery}`,
      ...(quick.length === 0 ? {} : { quick_replies: quick }),
    },
  };
}
