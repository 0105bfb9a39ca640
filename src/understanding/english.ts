import type { Lang } from '#knowledge/schema/text.ts';
import type { Lexicon } from './lexicon.ts';
import { kept } from './kept.ts';
import { isSyllable } from './syllable.ts';
import { aWord, fold, words, type Word } from './text.ts';
import type { English } from './types.ts';

/** `read`: the text's words. */
export type ReadEnglish = (text: string, lang: Lang, read?: readonly Word[]) => English | null;

/** Longer messages are told in Vietnamese or not at all; any input costs bounded time. */
const MOST = 120;
const TEXT = 1200;

/**
 * Reads English by words: what stands in `data/lexicon/english.yaml` is put into Vietnamese, small words fall away,
 * what may be a name or a number stays. In a Vietnamese conversation only what is English beyond doubt is read so.
 */
export function openEnglish({ english }: Pick<Lexicon, 'english'>): ReadEnglish {
  if (english === undefined) return () => null;
  const lists = {
    small: listed(english.small),
    plain: listed(english.plain),
    loans: listed(english.loans),
    byFirst: phrasesByFirst(english.says),
  };
  const asks = new Map<string, Lang>();
  for (const lang of ['en', 'vi'] as const)
    for (const text of english.asks[lang]) asks.set(keyOf(text), lang);
  const firsts = new Set([...asks.keys(), ...OPENERS].map((key) => aWord(key.split(' ')[0] ?? '').folded));
  const foreign = kept(
    10_000,
    (word) => !lists.loans.has(word) && !isSyllable(word) && /^[a-z]+$/u.test(word),
  );
  // Most messages have no word that Vietnamese has not, and begin like no wish for a language: no more is read of them.
  const mayBe = (read: readonly Word[]): boolean =>
    firsts.has(read[0]?.folded ?? '') || read.some(({ word }) => foreign(word));
  return (text, lang, read = words(text)) => {
    if (lang === 'vi' && !mayBe(read)) return null;
    const key = keyOf(text.slice(0, TEXT));
    const asked = asks.get(key) ?? asks.get(key.replace(POLITE, ''));
    if (asked !== undefined) return { asks: asked, gloss: null };
    const tokens = tokensOf(text);
    if (tokens.length === 0 || tokens.length > MOST) return null;
    const heard = hear(tokens, lists);
    if (!(lang === 'en' ? seemsEnglish(tokens, heard) : isEnglish(tokens, heard, lists))) return null;
    const gloss = [...new Set(heard.said)].join(' ');
    return gloss === '' ? null : { asks: null, gloss };
  };
}

interface Token {
  readonly said: string;
  readonly word: string;
  readonly stem: string;
  readonly marked: boolean;
}

interface Phrase {
  readonly stems: readonly string[];
  readonly means: string;
}

interface Lists {
  readonly small: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly loans: ReadonlySet<string>;
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
}

interface Heard {
  /** Vietnamese words, and words that were left as they are. */
  readonly said: readonly string[];
  /** Which tokens were read by a phrase or are plainly English. */
  readonly known: ReadonlySet<number>;
  readonly phrases: number;
}

function hear(tokens: readonly Token[], lists: Lists): Heard {
  const said: string[] = [];
  const known = new Set<number>();
  let phrases = 0;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const found = longest(tokens, at, lists);
    if (found !== null) {
      said.push(found.means);
      for (let i = at; i < found.to; i += 1) known.add(i);
      phrases += 1;
      at = found.to;
      continue;
    }
    const english = lists.small.has(token.word) || lists.plain.has(token.word);
    if (english) known.add(at);
    else if (token.marked || /\d/.test(token.word) || lists.loans.has(token.word) || isSyllable(token.word))
      said.push(token.said);
    at += 1;
  }
  return { said, known, phrases };
}

/** The phrase that takes up most of the words from a place on. */
function longest(
  tokens: readonly Token[],
  at: number,
  lists: Lists,
): { readonly means: string; readonly to: number } | null {
  let best: { readonly means: string; readonly to: number } | null = null;
  for (const { stems, means } of lists.byFirst.get(tokens[at]?.stem ?? '') ?? []) {
    const to = endOf(stems, tokens, at, lists.small);
    if (to !== null && (best === null || to > best.to)) best = { means, to };
  }
  return best;
}

/** Where a phrase ends that begins at a place: small words inside it may be missing, or others stand between. */
function endOf(
  stems: readonly string[],
  tokens: readonly Token[],
  from: number,
  small: ReadonlySet<string>,
): number | null {
  let at = from;
  for (const [i, stem] of stems.entries()) {
    const inside = i > 0 && i < stems.length - 1;
    let next = at;
    if (i > 0) next = pastSmall(tokens, at, stem, small);
    if (tokens[next]?.stem === stem) at = next + 1;
    else if (!inside || !small.has(stem)) return null;
  }
  return at;
}

function pastSmall(tokens: readonly Token[], from: number, stem: string, small: ReadonlySet<string>): number {
  let next = from;
  while (tokens[next]?.stem !== stem && small.has(tokens[next]?.word ?? '')) next += 1;
  return next;
}

/** Beyond doubt: two words that no Vietnamese message has, and hardly any that only a Vietnamese one has. */
function isEnglish(tokens: readonly Token[], { known, phrases }: Heard, { loans }: Lists): boolean {
  const strong = tokens.filter(
    ({ word, marked }, i) => known.has(i) && !marked && !loans.has(word) && !isSyllable(word),
  ).length;
  const share = known.size / tokens.length;
  const marked = tokens.filter((token) => token.marked).length;
  // One such word will do in a sentence that is English from end to end.
  const whole = strong === 1 && phrases > 0 && share === 1 && tokens.length >= 3;
  return whole || (strong >= 2 && share >= 0.6 && marked <= tokens.length / 3);
}

/** In a conversation in English one word will do, unless the message has the marks of Vietnamese. */
function seemsEnglish(tokens: readonly Token[], { known, phrases }: Heard): boolean {
  const marked = tokens.filter((token) => token.marked).length;
  const foreign = tokens.some(({ word }, i) => known.has(i) && !isSyllable(word));
  return (
    (phrases > 0 || known.size >= 2) &&
    (foreign || known.size >= tokens.length / 2) &&
    marked <= tokens.length / 2
  );
}

const PIECES = /[\p{L}\p{M}\p{N}'’]+/gu;

function tokensOf(text: string): Token[] {
  return [...text.slice(0, TEXT).toWellFormed().normalize('NFC').matchAll(PIECES)].flatMap(([said]) => {
    const word = said
      .toLowerCase()
      .replace(/['’]s$/u, '')
      .replaceAll(/['’]/gu, '');
    return word === '' ? [] : [{ said, word, stem: stemOf(word), marked: fold(word) !== word }];
  });
}

/** Endings that change nothing here: "registering", "registered", "copies". */
function stemOf(word: string): string {
  if (word.length > 6 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 5 && word.endsWith('ed')) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function phrasesByFirst(
  says: readonly { readonly means: string; readonly say: readonly string[] }[],
): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const { means, say } of says)
    for (const text of say) {
      const stems = tokensOf(text).map(({ stem }) => stem);
      const [first] = stems;
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, means }]);
    }
  return byFirst;
}

/** Lines of words parted by spaces. */
const listed = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

const keyOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What may stand before a wish for a language. */
const OPENERS = ['xin', 'dạ', 'cho', 'please'];
const POLITE = /^(?:xin|dạ|cho tôi|please) | (?:please|nhé|ạ|đi|nha)$/gu;
