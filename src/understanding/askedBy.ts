import type { Aspect } from '#knowledge/schema/ids.ts';
import type { Lexicon } from './lexicon.ts';
import { standsAt } from './phrases.ts';
import { aWord, type Word } from './text.ts';

/** One wording of asking: its parts in order, each one of some phrases; before some any few words may stand. */
interface Wording {
  readonly rule: number;
  readonly parts: readonly Part[];
  /** One of these folded words must be said too: most wordings are passed over by that alone. null: the first part is all. */
  readonly needs: readonly string[] | null;
}
interface Part {
  /** So many words may stand before it. */
  readonly gap: number;
  /** By their first folded word; null: nothing is said here. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]> | null;
  /** Folded words that must not follow. */
  readonly not?: ReadonlySet<string>;
}

interface Phrase {
  readonly words: readonly Word[];
  /** Typed without its marks it may be too many other words: "cô" and "có". */
  readonly marked: boolean;
}

/** Wordings by the first folded word; the rules they belong to, the most telling first. */
export interface Asking {
  readonly byFirst: ReadonlyMap<string, readonly Wording[]>;
  readonly rules: readonly { readonly aspect: Aspect; readonly alone: boolean }[];
}

/** Nothing may follow. */
const END = '$';
/** The word after it must not stand here: "thay !đổi". */
const NOT = '!';
/** The marks must be typed: "=sổ". */
const MARKED = '=';
/** Words that these may stand for. */
const gaps: ReadonlyMap<string, number> = new Map([
  ['..', 4],
  ['...', 12],
]);

/** Takes the wordings apart: "a/b" is one of two words, "<name>" a list, ".." a few words between. */
export function openAsking(asking: Lexicon['asking'], kind: 'rules' | 'hints'): Asking {
  const rules = asking?.[kind] ?? [];
  const groups = asking?.groups ?? {};
  const byFirst = new Map<string, Wording[]>();
  rules.forEach(({ say }, rule) => {
    for (const text of say) {
      const parts = partsOf(text, groups);
      const wording = { rule, parts, needs: needsOf(parts) };
      for (const head of parts[0]?.phrases?.keys() ?? [])
        byFirst.set(head, [...(byFirst.get(head) ?? []), wording]);
    }
  });
  return { byFirst, rules: rules.map(({ aspect, alone = false }) => ({ aspect, alone })) };
}

/** What the words ask outright; null: no wording of asking stands in them. */
export function askedBy(words: readonly Word[], asking: Asking): Aspect | null {
  const { rules } = asking;
  let best = rules.length;
  eachWording(words, asking, ({ rule, parts }, at) => {
    if (rule < best && endOf(parts, 0, words, at) >= 0) best = rule;
  });
  return rules[best]?.aspect ?? null;
}

/** Something asked, and the words that ask it: from one place to before another. */
export interface Asked {
  readonly aspect: Aspect;
  readonly alone: boolean;
  /** Place in the list of rules. */
  readonly rule: number;
  readonly from: number;
  readonly to: number;
}

/**
 * All that the words ask outright, in the order of the line. Words that one wording stands on are not heard again by a
 * later rule; what counts alone is left out beside anything else.
 */
export function asksIn(words: readonly Word[], asking: Asking): Asked[] {
  const found: Asked[] = [];
  eachWording(words, asking, ({ rule, parts }, from) => {
    const own = asking.rules[rule];
    const to = endOf(parts, 0, words, from);
    if (own !== undefined && to >= 0) found.push({ ...own, rule, from, to });
  });
  const taken: Asked[] = [];
  for (const one of found.sort((a, b) => a.rule - b.rule || a.from - b.from || b.to - a.to))
    if (taken.every(({ from, to }) => one.to <= from || one.from >= to)) taken.push(one);
  const more = taken.filter(({ alone }) => !alone);
  return (more.length > 0 ? more : taken).sort((a, b) => a.from - b.from);
}

/** Wordings that may stand in the words, by the place where they would begin. */
function eachWording(
  words: readonly Word[],
  { byFirst }: Asking,
  visit: (wording: Wording, at: number) => void,
): void {
  const said = new Set<string>();
  for (const { folded } of words) said.add(folded);
  for (let at = 0; at < words.length; at++) {
    const wordings = byFirst.get(words[at]?.folded ?? '');
    if (wordings === undefined) continue;
    for (const wording of wordings)
      if (wording.needs === null || wording.needs.some((head) => said.has(head))) visit(wording, at);
  }
}

/** The words that the pickiest of the further parts may begin with. */
function needsOf(parts: readonly Part[]): readonly string[] | null {
  let least: ReadonlyMap<string, unknown> | null = null;
  for (const { phrases } of parts.slice(1))
    if (phrases !== null && phrases !== undefined && phrases.size < (least?.size ?? Number.POSITIVE_INFINITY))
      least = phrases;
  return least === null ? null : [...least.keys()];
}

function partsOf(text: string, groups: Readonly<Record<string, readonly string[]>>): Part[] {
  const parts: Part[] = [];
  let gap = 0;
  for (const token of text.split(' ')) {
    const wide = gaps.get(token);
    if (wide !== undefined) {
      gap = wide;
      continue;
    }
    if (token === END) {
      parts.push({ gap: 0, phrases: null });
      continue;
    }
    if (token.startsWith(NOT)) {
      const not = token.slice(1).split('/');
      parts.push({ gap: 0, phrases: null, not: new Set(not.map((word) => aWord(word).folded)) });
      continue;
    }
    const name = /^<([a-z-]+)>$/u.exec(token)?.[1];
    const phrases = name === undefined ? token.split('/') : (groups[name] ?? []);
    parts.push({ gap, phrases: byFirstWord(phrases) });
    gap = 0;
  }
  return parts;
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const marked = phrase.startsWith(MARKED);
    const words = phrase
      .slice(marked ? 1 : 0)
      .split(' ')
      .map((word) => aWord(word));
    const head = words[0]?.folded ?? '';
    found.set(head, [...(found.get(head) ?? []), { words, marked }]);
  }
  return found;
}

/** Where the parts end that begin here; -1: they do not stand here. */
function endOf(parts: readonly Part[], part: number, words: readonly Word[], at: number): number {
  const here = parts[part];
  if (here === undefined) return at;
  if (here.not !== undefined)
    return here.not.has(words[at]?.folded ?? '') ? -1 : endOf(parts, part + 1, words, at);
  if (here.phrases === null) return at === words.length ? at : -1;
  for (let place = at; place <= at + here.gap && place < words.length; place += 1) {
    // A gap does not reach over the end of a sentence.
    if (place > at && words[place - 1]?.opens === true && part > 0) return -1;
    const phrases = here.phrases.get(words[place]?.folded ?? '');
    if (phrases === undefined) continue;
    for (const phrase of phrases) {
      const end = isSaid(phrase, words, place)
        ? endOf(parts, part + 1, words, place + phrase.words.length)
        : -1;
      if (end >= 0) return end;
    }
  }
  return -1;
}

const isSaid = ({ words: own, marked }: Phrase, words: readonly Word[], at: number): boolean =>
  standsAt(words, at, own) && (!marked || own.every(({ word }, i) => words[at + i]?.word === word));
