import { renderText } from '#replies/render-text.ts';
import type { Reply } from '#replies/reply.ts';
import { isAnonymous } from './descriptor.ts';
import { payloadOf } from './event.ts';

export interface ZaloRequest {
  readonly path: string;
  readonly body: object;
}

/** One piece of a reply as a consultation message; its text and buttons are within the limits already. */
export function zaloMessage(oa: string, person: string, reply: Reply): ZaloRequest {
  const text = renderText(reply);
  if (isAnonymous(oa)) {
    const [anonymous, conversation] = person.split(' ');
    const recipient = { anonymous_id: anonymous, conversation_id: conversation };
    return { path: '/v2.0/oa/message', body: { recipient, message: { text } } };
  }
  const buttons = reply.choices.map((choice) => ({
    title: choice.title,
    type: 'oa.query.hide',
    payload: payloadOf(choice),
  }));
  const attachment = { type: 'template', payload: { buttons } };
  return {
    path: '/v3.0/oa/message/cs',
    body: {
      recipient: { user_id: person },
      message: buttons.length === 0 ? { text } : { text, attachment },
    },
  };
}
