import { z } from 'zod';
import type { AttachmentKind } from '#turns/ports.ts';
import { keyOf, type Said } from '../push/said.ts';

/** One item of a webhook call; a call brings several, of several pages and people. */
export type MessengerEvent =
  | {
      readonly kind: 'said';
      readonly page: string;
      readonly person: string;
      readonly dedupeKey: string;
      readonly said: Said;
    }
  /** Left the page: sent by us (`app` is our app), by another app, or by hand in the page's inbox (`app` null). */
  | {
      readonly kind: 'echo';
      readonly page: string;
      readonly person: string;
      readonly externalId: string;
      readonly text: string;
      /** Our own mark. */
      readonly delivery: string | null;
      readonly app: string | null;
    }
  /** The page's inbox takes the conversation, or gives it back to us. */
  | {
      readonly kind: 'control';
      readonly page: string;
      readonly person: string;
      readonly by: 'person' | 'bot';
    }
  | { readonly kind: 'ignored'; readonly name: string };

/** Ids are longer than a number holds; Meta sends some as numbers all the same. */
const id = z.union([z.string().min(1).max(256), z.number()]).transform(String);
const attachment = z.looseObject({
  type: z.string(),
  payload: z.looseObject({ sticker_id: id.optional() }).nullish(),
});
const itemSchema = z.looseObject({
  sender: z.looseObject({ id }).optional(),
  recipient: z.looseObject({ id }).optional(),
  timestamp: z.number().optional(),
  message: z
    .looseObject({
      mid: id.optional(),
      text: z.string().optional(),
      is_echo: z.boolean().optional(),
      app_id: id.optional(),
      metadata: z.string().optional(),
      quick_reply: z.looseObject({ payload: z.string() }).optional(),
      attachments: z.array(attachment).max(100).optional(),
      sticker_id: id.optional(),
    })
    .optional(),
  postback: z
    .looseObject({ mid: id.optional(), title: z.string().default(''), payload: z.string().optional() })
    .optional(),
  referral: z.looseObject({}).optional(),
  pass_thread_control: z.looseObject({ new_owner_app_id: id.nullish() }).optional(),
  take_thread_control: z.looseObject({}).optional(),
});
type Item = z.infer<typeof itemSchema>;

export const messengerBodySchema = z.looseObject({
  object: z.string(),
  entry: z
    .array(z.looseObject({ id, messaging: z.array(z.unknown()).max(1000).optional() }))
    .max(1000)
    .default([]),
});

/** What a call tells us; one item that is wrong does not lose the others. Standby events are another app's. */
export function messengerEvents(body: z.infer<typeof messengerBodySchema>, appId: string): MessengerEvent[] {
  if (body.object !== 'page') return [{ kind: 'ignored', name: body.object }];
  return body.entry.flatMap(({ id: page, messaging = [] }) =>
    messaging.map((item) => {
      const parsed = itemSchema.safeParse(item);
      return parsed.success
        ? eventOf(page, parsed.data, appId)
        : ({ kind: 'ignored', name: 'unreadable' } as const);
    }),
  );
}

function eventOf(page: string, item: Item, appId: string): MessengerEvent {
  const { sender, recipient, message, postback, timestamp = 0 } = item;
  if (sender === undefined) return { kind: 'ignored', name: 'without a sender' };
  const person = sender.id;
  const key = (mid: string | undefined, name: string): string =>
    mid === undefined ? keyOf(name, String(timestamp), person) : `mid:${mid}`;
  const said = (what: Said, dedupeKey: string): MessengerEvent => ({
    kind: 'said',
    page,
    person,
    dedupeKey,
    said: what,
  });
  if (message?.is_echo === true) {
    return {
      kind: 'echo',
      page,
      person: recipient?.id ?? '',
      externalId: message.mid ?? '',
      text: message.text ?? '',
      delivery: message.metadata?.startsWith(MARK) === true ? message.metadata.slice(MARK.length) : null,
      app: message.app_id ?? null,
    };
  }
  if (message !== undefined) return said(messageSaid(message), key(message.mid, 'message'));
  if (postback?.payload !== undefined) {
    return said(postbackSaid(postback.payload, postback.title), key(postback.mid, 'postback'));
  }
  if (item.referral !== undefined) return said({ kind: 'start' }, key(undefined, 'referral'));
  if (item.take_thread_control !== undefined) return { kind: 'control', page, person, by: 'person' };
  if (item.pass_thread_control !== undefined) {
    const owner = item.pass_thread_control.new_owner_app_id;
    return { kind: 'control', page, person, by: owner === appId ? 'bot' : 'person' };
  }
  return {
    kind: 'ignored',
    name: Object.keys(item)
      .filter((name) => !common.has(name))
      .join(' '),
  };
}

const common = new Set(['sender', 'recipient', 'timestamp']);

/** How our own messages are known again in their echo. */
export const MARK = 'reply:';

/** What our buttons send back. Persistent menu, ice breakers and Get Started have words of their own. */
const TAP = /^chon (\S{1,128})$/;
export const payloadOf = ({ id: choice }: { readonly id: string }): string => `chon ${choice}`;
export const GET_STARTED = 'BAT_DAU';

function postbackSaid(payload: string, title: string): Said {
  if (payload === GET_STARTED) return { kind: 'start' };
  const tap = TAP.exec(payload)?.[1];
  // An ice breaker's payload is the question itself.
  return tap === undefined ? { kind: 'text', text: payload } : { kind: 'choice', id: tap, title };
}

const attachments: Readonly<Record<string, AttachmentKind>> = {
  image: 'image',
  audio: 'audio',
  video: 'video',
  file: 'file',
  sticker: 'sticker',
  location: 'location',
};

function messageSaid(message: NonNullable<Item['message']>): Said {
  const { text = '', quick_reply: quick, attachments: sent = [] } = message;
  if (quick !== undefined) return postbackSaid(quick.payload, text);
  // A shared link brings its own words beside hers; without hers it is an attachment.
  const files = text === '' ? sent : sent.filter(({ type }) => type !== 'fallback');
  if (files.length > 0)
    return { kind: 'attachment', kinds: files.map((file) => kindOf(file, message)), text };
  return text === '' ? { kind: 'attachment', kinds: ['other'], text } : { kind: 'text', text };
}

/** A sticker came as an image with a sticker id before June 2026. */
function kindOf(
  { type, payload }: z.infer<typeof attachment>,
  message: NonNullable<Item['message']>,
): AttachmentKind {
  const sticker = payload?.sticker_id !== undefined || message.sticker_id !== undefined;
  return sticker ? 'sticker' : (attachments[type] ?? 'other');
}
