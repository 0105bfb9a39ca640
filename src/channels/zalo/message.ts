import { renderText } from '#replies/render-text.ts';
import type { Reply } from '#replies/reply.ts';
import { ANONYMOUS } from './descriptor.ts';
import { payloadOf } from './event.ts';

export interface ZaloRequest {
  readonly path: string;
  readonly body: object;
}

/** One piece of a reply as a consultation message; its text and buttons are within the limits already. */
export function zaloMessage(oa: string, person: string, reply: Reply): ZaloRequest {
  const text = renderText(reply);
  if (oa.endsWith(ANONYMOUS)) {
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

/** The same without buttons: their titles stand in the text by number, which she can type. */
export function withoutButtons(reply: Reply): Reply {
  if (reply.choices.length === 0) return reply;
  const text = renderText(reply);
  const first = `1. ${reply.choices[0]?.title ?? ''}`;
  // Listed already where the channel could not show them all.
  const list =
    reply.choices[0]?.title.startsWith('1. ') === true || text.includes(first) ? [] : reply.choices;
  const lines = list.map(({ title }, index) => `${String(index + 1)}. ${title}`);
  return {
    ...reply,
    blocks: [{ kind: 'text', text: [text, lines.join('\n')].filter(Boolean).join('\n\n') }],
    choices: [],
  };
}
