import type { Json } from '#root/json.ts';
import type { MaskedKind } from '#turns/ports.ts';
import { isObject } from './clean.ts';
import type { JsonObject, Masked } from './inlet.ts';

/** Fields that machines compare; masking a digit in them would break the client. Never free text. */
const exact = new Set([
  'type',
  'id',
  'channelId',
  'locale',
  'textFormat',
  'localTimestamp',
  'localTimezone',
  'contentType',
  'clientActivityID',
  'replyToId',
]);

/** A compact command of ours (`q:chung-sinh-dien-tu:co`): no free text fits in. */
const command = /^[a-z][a-z-]*(?::[a-z0-9.-]{1,60}){0,3}$/;

export interface MaskedActivity {
  readonly activity: JsonObject;
  /** What was found in `text`, for the turn. */
  readonly kinds: readonly MaskedKind[];
}

/** Masks every string of an activity, wherever a client may have put what she typed. */
export function maskActivity(activity: JsonObject, mask: (text: string) => Masked): MaskedActivity {
  let kinds: readonly MaskedKind[] = [];
  const walk = (value: Json, key: string): Json => {
    if (typeof value === 'string') {
      if (exact.has(key) || (key === 'choice' && command.test(value))) return value.slice(0, MAX_EXACT);
      return mask(value).text;
    }
    // A form gives her number as a number.
    if (typeof value === 'number') {
      const { text, masked } = mask(String(value));
      return masked.length === 0 ? value : text;
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (!isObject(value)) return value;
    return mapObject(value, walk, (name) => (exact.has(name) ? name : mask(name).text));
  };
  const masked = mapObject(activity, (value, key) => {
    if (key === 'from') return maskSender(value, mask);
    if (key !== 'text' || typeof value !== 'string') return walk(value, key);
    const found = mask(value);
    kinds = found.masked;
    return found.text;
  });
  return { activity: masked, kinds };
}

const MAX_EXACT = 256;

/** Clients know their own messages by this id. Some take a person's number for it: then by its role alone. */
function maskSender(from: Json, mask: (text: string) => Masked): Json {
  if (!isObject(from) || typeof from['id'] !== 'string' || mask(from['id']).masked.length === 0) return from;
  return { ...from, id: 'user' };
}

function mapObject(
  object: JsonObject,
  change: (value: Json, key: string) => Json,
  name: (key: string) => string = (key) => key,
): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [name(key), change(value, key)]));
}
