import { AppError } from '#root/errors.ts';
import { cleanObject, isObject } from './clean.ts';
import type { JsonObject } from './inlet.ts';

/** Of what is kept. Whatever a client puts beside the text is read by nobody, and fills the disk. */
const MAX_KEPT_CHARACTERS = 64 * 1024;
/** Longer messages are cut: nothing that long is a question, and every reader pays for it. */
const MAX_TEXT = 20_000;

const acceptedTypes = new Set(['message', 'event', 'typing', 'endOfConversation']);

/** What a client may say. All else is the server's to say (`id`, `timestamp`, `recipient` …) or the bot's (buttons). */
const clientFields = new Set([
  'type',
  'name',
  'textFormat',
  'locale',
  'localTimestamp',
  'localTimezone',
  'value',
  'valueType',
  'entities',
  'code',
]);

export interface ClientActivity {
  readonly type: string;
  readonly clientActivityId: string | null;
  /** Cleaned, with `from` and `conversation` set by us; not yet masked. */
  readonly activity: JsonObject;
}

/** Reads what a client posts. `user`: from the token, wins over the client's own. Throws ACTIVITY_*. */
export function readClientActivity(
  body: unknown,
  conversation: string,
  user: string | undefined,
): ClientActivity {
  const sent = cleanObject(body);
  const type = sent['type'];
  if (typeof type !== 'string' || type === '') throw new AppError('ACTIVITY_TYPE_MISSING');
  if (!acceptedTypes.has(type)) throw new AppError('ACTIVITY_TYPE_REFUSED', type.slice(0, 40));
  const { text, channelData, attachments } = sent;
  if (text !== undefined && typeof text !== 'string')
    throw new AppError('ACTIVITY_INVALID', 'text is a string');
  const kept = Object.entries(sent).filter(([key]) => clientFields.has(key));
  const clientId = isObject(channelData) ? channelData['clientActivityID'] : undefined;
  const activity: JsonObject = {
    ...Object.fromEntries(kept),
    ...(text === undefined ? {} : { text: text.slice(0, MAX_TEXT).toWellFormed() }),
    ...(channelData === undefined ? {} : { channelData: trusted(channelData) }),
    ...(attachments === undefined ? {} : { attachments: namesOnly(attachments) }),
    conversation: { id: conversation },
    from: sender(sent['from'], user),
  };
  if (JSON.stringify(activity).length > MAX_KEPT_CHARACTERS) throw new AppError('BODY_TOO_LARGE');
  return {
    type,
    clientActivityId: typeof clientId === 'string' && clientId !== '' ? clientId : null,
    activity,
  };
}

type Value = JsonObject[string];

/** `reply` is how the bot speaks to our page; nobody else may put one there. */
function trusted(channelData: Value): Value {
  if (!isObject(channelData)) return {};
  return Object.fromEntries(Object.entries(channelData).filter(([key]) => key !== 'reply'));
}

/** Files do not belong in the chat: what is kept is that there was one, and its name. */
function namesOnly(attachments: Value): Value {
  if (!Array.isArray(attachments)) return [];
  return attachments.filter(isObject).map(({ contentType, name }): JsonObject => {
    const kept = typeof contentType === 'string' ? contentType.slice(0, 100) : 'application/octet-stream';
    return typeof name === 'string' ? { contentType: kept, name: name.slice(0, 200) } : { contentType: kept };
  });
}

/** Clients recognise their own messages by `from.id`, so it comes back as sent unless the token says otherwise. */
function sender(from: Value | undefined, user: string | undefined): JsonObject {
  const id = isObject(from) ? from['id'] : undefined;
  const own = typeof id === 'string' && /^[\x21-\x7e]{1,128}$/.test(id) ? id : 'user';
  return { id: user ?? own, role: 'user' };
}
