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

/** A line of cues as one is heard who writes accents, or one who writes none. */
export interface Cues {
  readonly whole: ReadonlySet<string>;
  /** Each cut into words, the longest first, by its first word. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const exactCues = kept((line): Cues => cuesFrom(cuesOf(line).map(plain)), LINES, ANY_LENGTH);
export const foldedCues = kept((line): Cues => cuesFrom(cuesOf(line).map(fold)), LINES, ANY_LENGTH);

function cuesFrom(cues: readonly string[]): Cues {
  const byFirst = new Map<string, string[][]>();
  for (const cue of cues) {
    const words = cue.split(' ');
    const [first = ''] = words;
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [words]);
    else others.push(words);
  }
  return { whole: new Set(cues), byFirst };
}

/** The words of a message, and cues as she writes: with her accents where she uses any, else without. */
export interface Reading {
  readonly whole: string;
  readonly words: readonly string[];
  /** "Bà" is not "ba" for one who writes accents. */
  readonly read: (text: string) => string;
  readonly cues: (line: string) => Cues;
}

export const readingOf = kept((said): Reading => {
  const whole = plain(said);
  const bare = whole === fold(said);
  return {
    whole,
    words: whole.split(' ').filter(Boolean),
    read: bare ? fold : plain,
    cues: bare ? foldedCues : exactCues,
  };
});

/** The cue that stands at a place, the longest of them. */
export const cueAt = (
  { byFirst }: Cues,
  words: readonly string[],
  at: number,
): readonly string[] | undefined =>
  byFirst.get(words[at] ?? '')?.find((cue) => cue.every((word, i) => words[at + i] === word));

/** Whether one of the cues stands anywhere among the words. */
export const holdsCue = (cues: Cues, words: readonly string[]): boolean =>
  words.some((_, at) => cueAt(cues, words, at) !== undefined);

/** Whether one of the cues ends the words. */
export const endsWithCue = ({ byFirst }: Cues, words: readonly string[]): boolean =>
  words.some((word, at) =>
    byFirst
      .get(word)
      ?.some((cue) => at + cue.length === words.length && cue.every((part, i) => words[at + i] === part)),
  );

/** Whether the whole message is one of the cues, politeness (`cue.around`) and oneself apart. */
export function isCue(voice: Voice, said: string, line: string): boolean {
  const { whole, words, cues: heardAs } = readingOf(said);
  if (words.length > LONGEST) return false;
  const cues = heardAs(line).whole;
  if (cues.has(whole)) return true;
  const around = heardAs(voice.words('cue.around')).whole;
  // Only what stands around is taken off: from the front first, then from the back.
  for (let start = 0; start < words.length; start += 1) {
    for (let end = words.length; end > start; end -= 1) {
      if ((start > 0 || end < words.length) && cues.has(words.slice(start, end).join(' '))) return true;
      if (!around.has(words[end - 1] ?? '')) break;
    }
    if (!around.has(words[start] ?? '')) break;
  }
  return false;
}

/** Longer than the longest cue with politeness around it: such a message says something of its own. */
const LONGEST = 14;
