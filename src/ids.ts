import { randomBytes, randomFillSync } from 'node:crypto';

/** Asking the system for eight bytes costs as much as for four thousand. */
const pool = Buffer.alloc(4096);
let used = pool.length;

let lastMs = 0;
let sequence = 0;

/**
 * A UUIDv7 as text: sorts by time of making, also within one millisecond of one process,
 * so rows read back by id come in the order they were written.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMs) {
    lastMs = now;
    sequence = eightBytes().readUInt16BE() & 0x7ff;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMs += 1;
      sequence = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const random = eightBytes();
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = random.toString('hex');
  const version = `7${sequence.toString(16).padStart(3, '0')}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

function eightBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 8;
  return pool.subarray(used - 8, used);
}

/** An unguessable id (128 bits) for what outsiders hold: conversations of the portal, files. ASCII, URL-safe. */
export function newSecretId(prefix: string): string {
  return `${prefix}${randomBytes(16).toString('base64url')}`;
}
