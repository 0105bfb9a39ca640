import type { Block } from '#replies/reply.ts';

/** An answer in words, and the facts it rests on. */
export interface Composed {
  readonly blocks: readonly Block[];
  readonly facts: readonly string[];
  /** The question that decides, where the answer was cut down to it. */
  readonly asks: string | null;
}
