import type { Activity } from 'botframework-schema';
import type { Reply } from '#replies/reply.ts';
import { renderText } from '#replies/render-text.ts';
import type { ChannelId, Event } from '#turns/ports.ts';
import { linksCardOf } from './links-card.ts';

export { eventOf } from './event-of.ts';

/** Who speaks. Clients tell the bot from the resident by this id, so it never changes. */
export const BOT_ID = 'tro-ly';

/** The resident inside a turn: dialogs need to know no more of her than that she is not the bot. */
const RESIDENT_ID = 'resident';
const CHANNEL = 'directline';

/** A reply as any Bot Framework client shows it: plain text, buttons, and a card with what can be opened. Our own page gets the blocks beside it. */
export function messageOf(reply: Reply, channel: ChannelId): Partial<Activity> {
  const actions = reply.choices.map(actionOf);
  const links = linksCardOf(reply);
  return {
    type: 'message',
    text: renderText(reply),
    textFormat: 'plain',
    inputHint: 'expectingInput',
    ...(actions.length === 0 ? {} : { suggestedActions: { to: [], actions } }),
    ...(links === null ? {} : { attachments: [links] }),
    ...(channel === 'portal' ? { channelData: { reply } } : {}),
  };
}

/** Shown while a turn takes its time; never stored. */
export function typingOf(conversation: string, now: number, botName: string) {
  return {
    type: 'typing',
    id: `typing-${now}`,
    timestamp: new Date(now).toISOString(),
    channelId: CHANNEL,
    from: { id: BOT_ID, name: botName, role: 'bot' },
    conversation: { id: conversation },
  };
}

export interface TurnPlace {
  readonly conversation: string;
  /** Transcript id of her message: replies name it. */
  readonly activityId: string | null;
  readonly now: number;
  readonly botName: string;
}

/** An event as the turn's activity. Replies take their sender, conversation and `replyToId` from it. */
export function activityOf(event: Event, at: TurnPlace): Partial<Activity> {
  const common: Partial<Activity> = {
    ...(at.activityId === null ? {} : { id: at.activityId }),
    channelId: CHANNEL,
    serviceUrl: 'urn:nop-ho-so',
    timestamp: new Date(at.now),
    locale: 'vi-VN',
    from: { id: RESIDENT_ID, name: '' },
    recipient: { id: BOT_ID, name: at.botName, role: 'bot' },
    conversation: { id: at.conversation, isGroup: false, conversationType: 'personal', name: '' },
  };
  if (event.kind === 'start') {
    return { ...common, type: 'conversationUpdate', membersAdded: [{ id: RESIDENT_ID, name: '' }] };
  }
  if (event.kind === 'choice') {
    return { ...common, type: 'message', text: event.title, value: { choice: event.id } };
  }
  return { ...common, type: 'message', text: event.text };
}

const actionOf = ({ id, title }: Reply['choices'][number]) => ({
  type: 'messageBack',
  title,
  text: title,
  displayText: title,
  value: { choice: id },
});
