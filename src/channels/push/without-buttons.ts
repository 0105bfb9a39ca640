import { renderText } from '#replies/render-text.ts';
import type { Reply } from '#replies/reply.ts';

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
