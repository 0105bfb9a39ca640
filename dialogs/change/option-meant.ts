import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { denies } from '../words/asks.ts';
import { accentedWords, wordsOf, wordsOfWording } from '../words/fold.ts';
import { optionsNear } from './options.ts';

interface Meant {
  readonly question: string;
  readonly option: string;
}

/** How much of an option must be in her words, and by how much it must lead the next one. */
const ENOUGH = 0.62;
const LEAD = 0.08;
/** So much of what she said must be explained by an option and its question. */
const EXPLAINED = 0.5;
/** What right accents add. */
const ACCENT = 0.15;
const LONGEST = 400;

/**
 * Which option of which question her words mean: by the words of its label and of what residents say for it,
 * the question's own words helping where two options are called the same. null: none, or more than one.
 */
export function optionMeant(
  turn: Turn,
  procedure: Procedure,
  walk: Walkthrough | null,
  said: string,
  only: string | null = null,
  enough = ENOUGH,
): Meant | null {
  const words = wordsOf(said.slice(0, LONGEST));
  // An option that shares no word with hers is no more than explained by its question: never enough, nor near enough.
  const near = optionsNear(procedure, turn.voice, words).filter(({ question, option }) =>
    // Naming again what she already answered changes nothing.
    only === null ? walk?.answers[question] !== option : question === only,
  );
  if (near.length === 0) return null;
  const accented = accentsIn(said.slice(0, LONGEST));
  // A single word in a sentence that nobody asked for tells nothing: "vợ tôi người Hàn".
  // And "không ai dưới 18" is not "dưới 18".
  const denied = denies(turn, said);
  const tells = (wording: string): boolean =>
    (enough === ENOUGH || words.length === 1 || wordsOfWording(wording).folded.length > 1) &&
    (!denied || denies(turn, wording));
  const scored = near
    .map(({ question, option, wordings, context }) => {
      const scores = wordings
        .filter(tells)
        .map(
          (wording) =>
            score(words, wordsOfWording(wording).folded, context) + ACCENT * sameAccents(accented, wording),
        );
      return { question, option, score: Math.max(0, ...scores) };
    })
    .toSorted((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (best === undefined || best.score < enough) return null;
  if (next !== undefined && best.score - next.score < LEAD) return null;
  return { question: best.question, option: best.option };
}

/** Her words with their accents; null: she writes without. */
function accentsIn(said: string): ReadonlySet<string> | null {
  const words = accentedWords(said);
  return words.some((word) => /[^\x20-\x7e]/.test(word)) ? new Set(words) : null;
}

/** Share of a wording that she wrote with just these accents: "ba" is not "bà". */
function sameAccents(said: ReadonlySet<string> | null, wording: string): number {
  const words = wordsOfWording(wording).accented;
  return words.length === 0 || said === null
    ? 0
    : words.filter((word) => said.has(word)).length / words.length;
}

/** Share of the wording that she said, and share of what she said that wording and question explain. */
function score(said: readonly string[], wording: readonly string[], question: readonly string[]): number {
  const covered = wording.filter((word) => said.includes(word)).length / wording.length;
  if (!(covered > 0)) return 0;
  const explained =
    said.filter((word) => wording.includes(word) || question.includes(word)).length / said.length;
  // One word of hers among many others means nothing.
  if (explained < EXPLAINED) return 0;
  const same = said.length === wording.length && said.every((word, at) => word === wording[at]);
  const exact = same ? 0.2 : 0;
  return 0.6 * covered + 0.4 * explained + exact;
}
