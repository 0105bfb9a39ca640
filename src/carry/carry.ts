import type { Carried, StoredState, Work } from '#turns/ports.ts';
import { readCode } from './code.ts';

/** A code lives this long, once; so many wrong ones may a conversation try in that time. */
export const CARRY_MS = 15 * 60_000;
export const MOST_TRIES = 5;

export interface CarryStore {
  /** Keeps a copy under the code, until it ends or the conversation `madeIn` is erased. False: the code is taken. */
  put(code: string, state: StoredState, madeIn: string | null, now: number): Promise<boolean>;
  /**
   * Gives what lies under a code to one message of one conversation; the same message may ask again, as a turn
   * that failed does. Counts wrong codes.
   */
  redeem(code: string, by: { conversation: string; message: string }, now: number): Promise<Carried>;
}

/** A message that is a code gets what lies under it before its turn begins; any other passes untouched. */
export async function withCarried(store: CarryStore, work: Work, now: number): Promise<Work> {
  const { event, inboxId } = work.message;
  const code = event.kind === 'text' ? readCode(event.text) : null;
  if (code === null) return work;
  const by = { conversation: work.conversation.id, message: inboxId };
  return { ...work, carried: await store.redeem(code, by, now) };
}
