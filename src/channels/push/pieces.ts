import { renderText } from '#replies/render-text.ts';
import type { Choice, Reply } from '#replies/reply.ts';
import type { ChannelDescriptor } from '#turns/ports-delivery.ts';
import { cutTitle, splitText } from './split-text.ts';

export type Limits = ChannelDescriptor['limits'];

/**
 * A reply as the replies that a channel can send one by one: each is one text within the channel's limit, and
 * the last one has the choices. One piece is one call of the platform, so that a call that was cut off is in
 * doubt about one message and not about several.
 *
 * Choices that the channel can't show whole (too many, titles too long, no buttons at all) are also listed by
 * number in the text; the number, typed, picks the choice as well.
 */
export function piecesOf(reply: Reply, limits: Limits, byNumber: string): readonly Reply[] {
  const listed = needsList(reply.choices, limits);
  const list = listed ? [byNumber, ...reply.choices.map(numbered)].join('\n') : '';
  const texts = splitText(
    [renderText(reply), list].filter((part) => part !== '').join('\n\n'),
    limits.textChars,
  );
  const choices = buttonsOf(reply.choices, limits, listed);
  return texts.map((text, index) => ({
    blocks: [{ kind: 'text', text }],
    choices: index === texts.length - 1 ? choices : [],
    facts: index === 0 ? reply.facts : [],
  }));
}

const numbered = ({ title }: Choice, index: number): string => `${String(index + 1)}. ${title}`;

function needsList(choices: readonly Choice[], { choices: shown, choiceTitleChars }: Limits): boolean {
  return (
    choices.length > shown || choices.some(({ title }) => title.normalize('NFC').length > choiceTitleChars)
  );
}

/** The first ones that have room. Where a list stands above them, each carries its number and so is told apart. */
function buttonsOf(choices: readonly Choice[], limits: Limits, listed: boolean): Choice[] {
  return choices.slice(0, limits.choices).map((choice, index) => {
    const title = cutTitle(listed ? numbered(choice, index) : choice.title, limits.choiceTitleChars);
    return { id: choice.id, style: choice.style, title };
  });
}
