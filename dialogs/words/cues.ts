import type { Voice } from '#replies/wording.ts';
import { fold } from './fold.ts';
import { ANY_LENGTH, kept, LINES } from './kept.ts';

/** Cues of a wording line (parted by |), in lower case, the longest first. */
export const cuesOf = kept(
  (line): readonly string[] =>
    line
      .split('|')
      .map((cue) => plain(cue))
      .filter(Boolean)
      .toSorted((a, b) => b.length - a.length),
  LINES,
  ANY_LENGTH,
);

/** Lower case, one space between words, accents kept. */
export const plain = kept((text) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim(),
);

/** Cues of a line with accents, and without. */
const exactCues = kept((line): ReadonlySet<string> => new Set(cuesOf(line).map(plain)), LINES, ANY_LENGTH);
const foldedCues = kept((line): ReadonlySet<string> => new Set(cuesOf(line).map(fold)), LINES, ANY_LENGTH);

/** As she writes: with her accents where she uses any, else without. "Bà" is not "ba" for one who writes accents. */
export function readerOf(said: string): (text: string) => string {
  const own = plain(said);
  return own === fold(said) ? fold : plain;
}

/** Whether the whole message is one of the cues, politeness (`cue.around`) and oneself apart. */
export function isCue(voice: Voice, said: string, line: string): boolean {
  const read = readerOf(said);
  const setOf = read === fold ? foldedCues : exactCues;
  const cues = setOf(line);
  const around = setOf(voice.words('cue.around'));
  const words = read(said).split(' ');
  if (words.length > LONGEST) return false;
  // Only what stands around is taken off: from the front first, then from the back.
  for (let start = 0; start < words.length; start += 1) {
    for (let end = words.length; end > start; end -= 1) {
      if (cues.has(words.slice(start, end).join(' '))) return true;
      if (!around.has(words[end - 1] ?? '')) break;
    }
    if (!around.has(words[start] ?? '')) break;
  }
  return false;
}

/** Longer than the longest cue with politeness around it: such a message says something of its own. */
const LONGEST = 14;
