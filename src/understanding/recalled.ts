import type { UnderstandContext, Understanding } from './types.ts';

type Understand = (text: string, context: UnderstandContext) => Understanding;

/** Longer messages hardly come twice. */
const LONGEST = 40;
/** Messages that are kept, and marks of those that came once. */
const MOST = 2_000;
const MARKS = 4_096;
/** Numbers and addresses may be somebody's. */
const PERSONAL = /[\p{N}@]/u;

/**
 * Remembers what short messages come to that come again and again ("xong", "lệ phí bao nhiêu"), under all that the
 * conversation lends to them. Nothing is kept of what is long, holds a number, or came but once: of a first time there
 * is only a mark that says no word of it. What is given may be given to others, so it is read-only.
 */
export function recalled(understand: Understand): Understand {
  const kept = new Map<string, Understanding>();
  const marks = new Int32Array(MARKS);
  return (text, context) => {
    if (text.length > LONGEST || PERSONAL.test(text)) return understand(text, context);
    const key = `${JSON.stringify(context)}\n${text}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const result = understand(text, context);
    const mark = markOf(key);
    const place = mark & (MARKS - 1);
    if (marks[place] !== mark) marks[place] = mark;
    else {
      // Starting again costs little; keeping an order would cost at every message.
      if (kept.size >= MOST) kept.clear();
      kept.set(key, result);
    }
    return result;
  };
}

function markOf(key: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x0100_0193);
  return hash ^ (hash >>> 15);
}
