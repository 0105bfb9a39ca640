import { AppError } from '#root/errors.ts';
import type { Json } from '#root/json.ts';
import type { JsonObject } from './inlet.ts';

const MAX_DEPTH = 12;
const MAX_ENTRIES = 200;

/**
 * A JSON value of a stranger, made harmless: broken surrogates, control and bidirectional marks are gone
 * (PostgreSQL refuses some, others hide text from staff), null fields are absent, depth and width have an end.
 * Throws ACTIVITY_INVALID.
 */
export function cleanObject(value: unknown): JsonObject {
  const clean = cleanValue(value, 0);
  if (!isObject(clean)) throw new AppError('ACTIVITY_INVALID', 'an activity is a JSON object');
  return clean;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text as people write it; line breaks and tabs stay. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- control characters are exactly what is meant
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
  );
}

function cleanValue(value: unknown, depth: number): Json | undefined {
  if (depth > MAX_DEPTH) throw new AppError('ACTIVITY_INVALID', 'nested too deeply');
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    if (value.length > MAX_ENTRIES) throw new AppError('ACTIVITY_INVALID', 'too many entries');
    return value.map((item) => cleanValue(item, depth + 1)).filter((item) => item !== undefined);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries: (readonly [string, unknown])[] = Object.entries(value);
  if (entries.length > MAX_ENTRIES) throw new AppError('ACTIVITY_INVALID', 'too many fields');
  const kept: [string, Json][] = [];
  for (const [key, item] of entries) {
    const clean = key === '__proto__' ? undefined : cleanValue(item, depth + 1);
    if (clean !== undefined) kept.push([cleanText(key), clean]);
  }
  return Object.fromEntries(kept);
}
