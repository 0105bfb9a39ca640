import { z } from 'zod';
import type { AttachmentKind } from '#turns/ports.ts';
import { keyOf, type Said } from '../push/said.ts';
import { anonymousAccount } from './descriptor.ts';

/** What a webhook call tells us. */
export type ZaloEvent =
  | {
      readonly kind: 'said';
      readonly oa: string;
      readonly person: string;
      readonly dedupeKey: string;
      readonly said: Said;
    }
  /** Left our account: by API, or typed by a person in the console (`byPerson`). */
  | {
      readonly kind: 'echo';
      readonly oa: string;
      readonly person: string;
      readonly externalId: string;
      readonly text: string;
      readonly byPerson: boolean;
    }
  /** She asks that what is stored about her is deleted. */
  | { readonly kind: 'withdrawn'; readonly oa: string; readonly person: string }
  /** She does not follow the account any more. */
  | { readonly kind: 'left'; readonly oa: string; readonly person: string }
  | { readonly kind: 'ignored'; readonly name: string };

const id = z.string().min(1).max(256);
const bodySchema = z.looseObject({
  app_id: id,
  event_name: z.string().min(1).max(100),
  // Documented as a string; as a number it is signed by the same digits.
  timestamp: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,16}$/))
    // In a header then.
    .optional(),
  oa_id: id.optional(),
  user_id: id.optional(),
  sender: z.looseObject({ id, admin_id: id.optional() }).optional(),
  recipient: z.looseObject({ id }).optional(),
  follower: z.looseObject({ id }).optional(),
  message: z
    .looseObject({
      msg_id: id.optional(),
      text: z.string().optional(),
      conversation_id: id.optional(),
    })
    .optional(),
});
export type ZaloBody = z.infer<typeof bodySchema>;

export const readZaloBody = (value: unknown): ZaloBody | null => {
  const parsed = bodySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
};

/** Payloads of our buttons come back as text; nothing else tells a tap from typing. */
const TAP = /^#chon (\S{1,128}) ?([\s\S]{0,200})$/;
export const payloadOf = (choice: { readonly id: string; readonly title: string }): string =>
  `#chon ${choice.id} ${choice.title}`;

const attachments: Readonly<Record<string, AttachmentKind>> = {
  image: 'image',
  gif: 'image',
  link: 'other',
  audio: 'audio',
  video: 'video',
  sticker: 'sticker',
  location: 'location',
  file: 'file',
  business_card: 'contact',
};

export function zaloEvent(body: ZaloBody): ZaloEvent {
  const { event_name: name } = body;
  if (name.startsWith('user_send_')) return said(body, name.slice('user_send_'.length), false);
  if (name.startsWith('anonymous_send_')) return said(body, name.slice('anonymous_send_'.length), true);
  if (name === 'follow' || name === 'user_click_chatnow') return arrived(body);
  if (/^oa_send_(?!anonymous|group|consent)/.test(name)) return echo(body);
  if (name === 'user_withdraw') return gone(body, 'withdrawn');
  if (name === 'unfollow') return gone(body, 'left');
  return { kind: 'ignored', name };
}

/** `what`: text, image, sticker …; groups (`group_text`) never open a personal conversation. */
function said(body: ZaloBody, what: string, anonymous: boolean): ZaloEvent {
  const { sender, recipient, message, event_name: name, timestamp = '' } = body;
  const content = what === 'text' ? textSaid(message?.text ?? '') : attachmentSaid(what, message?.text ?? '');
  if (content === null || sender === undefined || recipient === undefined) return { kind: 'ignored', name };
  const person = anonymous ? `${sender.id} ${message?.conversation_id ?? ''}` : sender.id;
  const oa = anonymous ? anonymousAccount(recipient.id) : recipient.id;
  const dedupeKey =
    message?.msg_id === undefined ? keyOf(name, timestamp, sender.id) : `${name}:${message.msg_id}`;
  return { kind: 'said', oa, person, dedupeKey, said: content };
}

function textSaid(text: string): Said {
  const tap = TAP.exec(text.trim());
  return tap?.[1] === undefined
    ? { kind: 'text', text }
    : { kind: 'choice', id: tap[1], title: tap[2] ?? '' };
}

function attachmentSaid(what: string, text: string): Said | null {
  const kind = attachments[what];
  // A card or a link brings a text of its own making; what she wrote stands beside a picture alone.
  return kind === undefined
    ? null
    : { kind: 'attachment', kinds: [kind], text: kind === 'image' ? text : '' };
}

/** Follow and first opening often come together: she is greeted once a day. */
function arrived(body: ZaloBody): ZaloEvent {
  const person = body.follower?.id ?? body.user_id ?? body.sender?.id;
  const { oa_id: oa, event_name: name } = body;
  if (person === undefined || oa === undefined) return { kind: 'ignored', name };
  const day = Math.floor(Number(body.timestamp ?? 0) / 86_400_000);
  return { kind: 'said', oa, person, dedupeKey: `start:${String(day)}`, said: { kind: 'start' } };
}

function echo({ sender, recipient, message, event_name: name }: ZaloBody): ZaloEvent {
  if (sender === undefined || recipient === undefined) return { kind: 'ignored', name };
  return {
    kind: 'echo',
    oa: sender.id,
    person: recipient.id,
    externalId: message?.msg_id ?? '',
    text: message?.text ?? '',
    byPerson: sender.admin_id !== undefined,
  };
}

function gone(body: ZaloBody, kind: 'withdrawn' | 'left'): ZaloEvent {
  const person = body.user_id ?? body.sender?.id ?? body.follower?.id;
  const oa = body.oa_id ?? body.recipient?.id;
  return person === undefined || oa === undefined
    ? { kind: 'ignored', name: body.event_name }
    : { kind, oa, person };
}
