import { faultWords } from './fault-words.vi.ts';

/**
 * What the checks say to who writes files, said to officers. The checks speak English with the names in quotes; a
 * message that stands here in no pattern is shown as it is, so that nothing is hidden.
 */
export function inWords(message: string): string {
  for (const [pattern, says] of faultWords.sentences) {
    const found = pattern.exec(message);
    if (found !== null) return says(...found.slice(1).map((part) => part ?? ''));
  }
  return faultWords.other(message);
}
