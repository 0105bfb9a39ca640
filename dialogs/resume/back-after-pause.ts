import type { Turn } from '../turn.ts';

const PAUSE = 30 * 60_000;

/** So long since her last message that she may not know where she was. */
export function isBackAfterPause({ context }: Turn): boolean {
  return context.lastInAt !== null && context.now - context.lastInAt >= PAUSE;
}
