/**
 * Remembers what a pure function gave, for at most `most` texts. For what comes again and again: syllables of the
 * language, words of buttons. Callers share a result, so it is read-only.
 */
export function kept<T>(most: number, read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = read(text);
    // Starting again costs a few thousand readings now and then; keeping an order would cost at every one.
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
