/** Of longer messages only the last one is kept: they are rare, and large. */
const LONGEST = 500;
/** A line of the wording may be of any length: a release has some dozens of them, in two languages. */
export const ANY_LENGTH = Number.POSITIVE_INFINITY;
export const LINES = 1024;

/**
 * A reading of text that is asked for again and again: the wordings of a release, and a message that many rows of
 * a turn's table look at. Kept in memory alone, for the last `most` texts or fewer that are not longer than `longest`, and the last that is.
 */
export function kept<T>(read: (text: string) => T, most = 4096, longest = LONGEST): (text: string) => T {
  const known = new Map<string, T>();
  let long: { readonly text: string; readonly read: T } | null = null;
  return (text) => {
    if (text.length > longest) {
      if (long?.text !== text) long = { text, read: read(text) };
      return long.read;
    }
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = read(text);
    if (known.size >= most) known.clear();
    known.set(text, now);
    return now;
  };
}
