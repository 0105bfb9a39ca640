import { spelt, type Heard } from './heard.ts';

/** One wording with places to vary, as the knowledge writes it (`src/knowledge/schema/safety.ts`). */
export interface Pattern {
  readonly parts: readonly Part[];
  /** Folded words of which one must stand in the message: most patterns are passed over by a look at it. */
  readonly first: ReadonlySet<string>;
}

interface Part {
  /** Other words may stand before it. */
  readonly gap: boolean;
  readonly phrases: readonly (readonly Sound[])[];
}

interface Sound {
  readonly folded: string;
  readonly exact: string;
  /** Only as typed with its diacritics. */
  readonly only: boolean;
}

type Groups = Readonly<Record<string, readonly string[]>>;

/** Words that `..` may stand for. */
const GAP = 3;

export function pattern(text: string, groups: Groups = {}): Pattern {
  const parts: Part[] = [];
  let gap = false;
  for (const token of text.trim().split(/\s+/u)) {
    if (token === '..') {
      gap = true;
      continue;
    }
    const name = /^<([a-z]+)>$/.exec(token)?.[1];
    const phrases = name === undefined ? token.split('/') : (groups[name] ?? []);
    parts.push({ gap, phrases: phrases.map((phrase) => phrase.split(/\s+/u).map(sound)) });
    gap = false;
  }
  const heads = parts[0]?.phrases.flatMap(([head]) => (head === undefined ? [] : [head.folded])) ?? [];
  return { parts, first: new Set(heads) };
}

const NO_GROUPS: Groups = {};
const known = new WeakMap<readonly string[], WeakMap<Groups, readonly Pattern[]>>();

/** Lists stand in the release and are read at every turn: each is taken apart once, and kept as long as it lives. */
export function patterns(texts: readonly string[], groups: Groups = NO_GROUPS): readonly Pattern[] {
  let byGroups = known.get(texts);
  if (byGroups === undefined) known.set(texts, (byGroups = new WeakMap()));
  let kept = byGroups.get(groups);
  if (kept === undefined) byGroups.set(groups, (kept = texts.map((text) => pattern(text, groups))));
  return kept;
}

const sound = (word: string): Sound => {
  const only = word.startsWith('=');
  return { ...spelt(only ? word.slice(1) : word), only };
};

export interface Found {
  readonly from: number;
  readonly to: number;
}

/** Where a pattern is heard first; null: nowhere. `deaf`: places of words that count for nothing. */
export function find(
  { parts, first }: Pattern,
  words: readonly Heard[],
  deaf: ReadonlySet<number> = new Set(),
): Found | null {
  for (let from = 0; from < words.length; from += 1) {
    const word = words[from];
    if (word === undefined || !(first.has(word.folded) || word.or.length > 0)) continue;
    const to = endOf(parts, 0, words, from, deaf);
    if (to !== null) return { from, to };
  }
  return null;
}

export const isHeard = (
  all: readonly Pattern[],
  words: readonly Heard[],
  deaf: ReadonlySet<number> = new Set(),
): boolean => likely(all, words).some((one) => find(one, words, deaf) !== null);

const indexes = new WeakMap<readonly Pattern[], ReadonlyMap<string, readonly Pattern[]>>();

/** Those that begin with a word of the message: a few of hundreds. */
function likely(all: readonly Pattern[], words: readonly Heard[]): readonly Pattern[] {
  const index = indexes.get(all) ?? byFirstWord(all);
  const found = new Set<Pattern>();
  const look = (word: Heard): void => {
    for (const one of index.get(word.folded) ?? []) found.add(one);
    for (const other of word.or) look(other);
  };
  for (const word of words) look(word);
  return [...found];
}

function byFirstWord(all: readonly Pattern[]): ReadonlyMap<string, readonly Pattern[]> {
  const index = new Map<string, Pattern[]>();
  for (const one of all)
    for (const word of one.first) {
      const others = index.get(word);
      if (others === undefined) index.set(word, [one]);
      else others.push(one);
    }
  indexes.set(all, index);
  return index;
}

/** The places of all words that patterns take up, gaps included. */
export function taken(all: readonly Pattern[], words: readonly Heard[]): Set<number> {
  const places = new Set<number>();
  for (const one of likely(all, words))
    for (let at = 0; at < words.length; at += 1) {
      const found = find(one, words.slice(at));
      if (found === null) break;
      for (let i = at + found.from; i < at + found.to; i += 1) places.add(i);
      at += found.from;
    }
  return places;
}

/** Where the rest of the parts ends when it begins at a place; a gap does not reach over the end of a sentence. */
function endOf(
  parts: readonly Part[],
  part: number,
  words: readonly Heard[],
  at: number,
  deaf: ReadonlySet<number>,
): number | null {
  const here = parts[part];
  if (here === undefined) return at;
  for (let skipped = 0; skipped <= (here.gap ? GAP : 0); skipped += 1) {
    const start = at + skipped;
    if (part > 0 && words[start]?.opens === true) return null;
    for (const phrase of here.phrases) {
      if (!says(phrase, words, start, deaf)) continue;
      const end = endOf(parts, part + 1, words, start + phrase.length, deaf);
      if (end !== null) return end;
    }
  }
  return null;
}

function says(
  phrase: readonly Sound[],
  words: readonly Heard[],
  start: number,
  deaf: ReadonlySet<number>,
): boolean {
  // Plain loops: a turn comes here some thousand times.
  for (let i = 0; i < phrase.length; i += 1) {
    const [sound, word] = [phrase[i], words[start + i]];
    if (sound === undefined || word === undefined || (i > 0 && word.opens)) return false;
    if (!sounds(word, sound) || deaf.has(start + i)) return false;
  }
  return true;
}

/** A word typed without diacritics stands for any; one typed with them only for itself. */
const sounds = (word: Heard, sound: Sound): boolean =>
  word.exact === sound.exact ||
  (!sound.only && word.folded === sound.folded && word.exact === word.folded) ||
  (word.or.length > 0 && word.or.some((other) => sounds(other, sound)));
