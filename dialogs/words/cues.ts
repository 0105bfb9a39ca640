import type { Voice } from '#replies/wording.ts';
import { fold } from './fold.ts';

/** The words of a line parted by |, read once and kept: by the line itself, so a new release brings new ones. */
const known = new Map<string, readonly string[]>();

/** Cues of a wording line, in lower case, the longest first. */
export function cuesOf(line: string): readonly string[] {
  let cues = known.get(line);
  if (cues === undefined) {
    cues = line
      .split('|')
      .map((cue) => plain(cue))
      .filter(Boolean)
      .toSorted((a, b) => b.length - a.length);
    known.set(line, cues);
  }
  return cues;
}

/** Lower case, one space between words, accents kept. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim();

/** As she writes: with her accents where she uses any, else without. "Bà" is not "ba" for one who writes accents. */
export function readerOf(said: string): (text: string) => string {
  const own = plain(said);
  return own === fold(said) ? fold : plain;
}

/** Whether the whole message is one of the cues, politeness (`cue.around`) and oneself apart. */
export function isCue(voice: Voice, said: string, line: string): boolean {
  const read = readerOf(said);
  const cues = new Set(cuesOf(line).map(read));
  const around = new Set(cuesOf(voice.words('cue.around')).map(read));
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
