import type { Understanding } from '#understanding/types.ts';
import type { Dialogs, Event, TurnContext, Understand, Work } from './ports.ts';

/** What the turn knows beside the message. */
export function turnContextOf({ conversation }: Pick<Work, 'conversation'>, now: number): TurnContext {
  return {
    channel: conversation.account.channel,
    homeUnit: conversation.account.homeUnit,
    lang: conversation.lang,
    now,
    lastInAt: conversation.lastInAt,
  };
}

/** Her own words; null for events without any. */
export function wordsOf(event: Event): string | null {
  if (event.kind !== 'text' && event.kind !== 'attachment') return null;
  return event.text.trim() === '' ? null : event.text;
}

/** Second stage of a turn. Pure. */
export function understandTurn(
  { understand, dialogs }: { readonly understand: Understand; readonly dialogs: Dialogs },
  { conversation, message }: Pick<Work, 'conversation' | 'message'>,
  context: TurnContext,
): Understanding | null {
  const words = wordsOf(message.event);
  if (words === null) return null;
  return understand(words, dialogs.contextOf(conversation.state, conversation.expects, context));
}
