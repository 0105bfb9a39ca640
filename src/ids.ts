import { randomBytes, randomUUID } from 'node:crypto';

let lastMs = 0;
let time = '';
let sequence = 0;

/**
 * A UUIDv7 as text: sorts by time of making, also within one millisecond of one process,
 * so rows read back by id come in the order they were written.
 */
export function newId(now: number = Date.now()): string {
  // A version 4 id, which the runtime draws in lots, lends its random parts.
  const random = randomUUID();
  if (now > lastMs) at(now, Number.parseInt(random.slice(0, 3), 16) & 0x7ff);
  else if (sequence < 0xfff) sequence += 1;
  else at(lastMs + 1, 0);
  return `${time}-7${sequence.toString(16).padStart(3, '0')}-${random.slice(19)}`;
}

function at(ms: number, first: number): void {
  lastMs = ms;
  sequence = first;
  const hex = ms.toString(16).padStart(12, '0');
  time = `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

/** An unguessable id (128 bits) for what outsiders hold: conversations of the portal, files. ASCII, URL-safe. */
export function newSecretId(prefix: string): string {
  return `${prefix}${randomBytes(16).toString('base64url')}`;
}
