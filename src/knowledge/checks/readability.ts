import type { Fault } from '../fault.ts';
import type { Data } from '../load.ts';
import type { Readability } from '../schema/readability.ts';
import { residentTexts, type ResidentText } from './resident-texts.ts';

/** Sentences that are too long, too official, or address the resident wrongly; labels that a channel would cut. */
export function readabilityFaults(data: Data): Fault[] {
  if (data.readability === null) return [];
  const rules = data.readability.content;
  const words = banned(rules);
  return residentTexts(data).flatMap((said) =>
    complaints(said, rules, words).map((message) => said.source.fault(said.at, message)),
  );
}

interface Banned {
  readonly pattern: RegExp;
  readonly word: string;
  readonly say: string;
}

function complaints(said: ResidentText, rules: Readability, words: readonly Banned[]): string[] {
  const { text, kind, lang } = said;
  if (kind === 'name') return [];
  if (kind === 'label') {
    const { length } = text;
    return length > rules.labelCharacters
      ? [`this label has ${String(length)} characters, a button shows ${String(rules.labelCharacters)}`]
      : [];
  }
  const found =
    text.length > rules.textCharacters
      ? [`has more than ${String(rules.textCharacters)} characters: split it`]
      : [];
  if (lang === 'en') return found;
  const own = text.replaceAll(QUOTED, '');
  for (const { pattern, word, say } of words) {
    if (pattern.test(own))
      found.push(`"${word}" is office language: say "${say}", or explain it in brackets`);
  }
  const longest = Math.max(0, ...sentencesOf(text).map((sentence) => wordsIn(sentence)));
  if (longest > rules.sentenceWords) {
    found.push(
      `a sentence of ${String(longest)} words; residents can read ${String(rules.sentenceWords)}: make two`,
    );
  }
  return found;
}

/** What the screen prints, or what she is to type, is not ours to reword. */
const QUOTED = /"[^"]*"|“[^”]*”/g;

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:;])\s+|\n+/u);
}

function wordsIn(sentence: string): number {
  return sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function banned({ officialWords, address }: Readability): Banned[] {
  return [...officialWords, ...address].map(({ word, say }) => ({
    word,
    say,
    // Not inside a longer word, and not where an explanation follows in brackets.
    pattern: new RegExp(`(?<!\\p{L})${escaped(word)}(?!\\p{L})(?!\\s*\\()`, 'iu'),
  }));
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
