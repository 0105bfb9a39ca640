import { z } from 'zod';

const PREFIX = 'console-typed:';

const copySchema = z.object({ at: z.number(), value: z.unknown() });

export interface LocalCopy {
  /** Epoch ms. */
  readonly at: number;
  readonly value: unknown;
}

/**
 * What was typed and the server does not have yet, kept in this browser until it has: a closed tab, a dead battery,
 * a restart of the server. `key` names the officer, too: two people share an office's computer.
 */
export function keepCopy(key: string, value: unknown, now = Date.now()): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ at: now, value }));
  } catch {
    // Storage is full or forbidden: the page still holds it, and tells that it is not saved.
  }
}

/** null: nothing, or nothing readable. */
export function keptCopy(key: string): LocalCopy | null {
  const text = localStorage.getItem(PREFIX + key);
  if (text === null) return null;
  try {
    const read = copySchema.safeParse(JSON.parse(text));
    return read.success ? { at: read.data.at, value: read.data.value } : null;
  } catch {
    return null;
  }
}

export function dropCopy(key: string): void {
  localStorage.removeItem(PREFIX + key);
}
