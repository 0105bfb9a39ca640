import type { StatementFact } from '#knowledge/facts/fact.ts';
import { statementFacts } from '#knowledge/facts/statements.ts';
import type { Release } from '#knowledge/release.ts';
import type { ReturnReason } from '#knowledge/schema/states.ts';
import { say } from '#knowledge/schema/text.ts';
import type { Turn } from '../turn.ts';
import { caseOf } from '../walkthrough/walks.ts';
import { wordsOf } from '../words/fold.ts';
import { hear } from '../words/heard.ts';
import { isHeard } from '../words/find.ts';
import { patterns } from '../words/pattern.ts';

/** More at a time are a wall; the rest is in her own text. */
const MOST = 3;

/** The reasons that any dossier may come back for and that the officer's words name. */
export function generalReasons({ returns }: Release, text: string): ReturnReason[] {
  if (returns === null) return [];
  const words = hear(text);
  const found = returns.reasons.filter(({ says }) => isHeard(patterns(says, returns.groups), words));
  // "Thiếu giấy" is said with nearly every other reason: told only where nothing more particular is.
  const particular = found.filter(({ id }) => id !== 'thieu-giay');
  return (particular.length > 0 ? particular : found).slice(0, MOST);
}

/** Share of a reason's telling words that the officer must have used, and how many at least. */
const SHARE = 0.45;
const WORDS = 2;

/** The procedure's own reason that shares most telling words with the officer's; null: none shares enough. */
export function ownReason(turn: Turn, procedure: string, text: string): StatementFact | null {
  const said = new Set(wordsOf(text));
  const weight = weights(turn.release);
  const scored = statementFacts(turn.release, caseOf(turn, procedure), 'returns').map((fact) => {
    const words = [...new Set(wordsOf(say(fact.text)))];
    const all = sum(words.map(weight));
    const shared = words.filter((word) => said.has(word) && weight(word) >= TELLING);
    return { fact, score: sum(shared.map(weight)) / (all || 1), shared: shared.length };
  });
  const best = scored.filter(({ shared }) => shared >= WORDS).toSorted((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score >= SHARE ? best.fact : null;
}

/** A word in more than about one reason of seven tells little. */
const TELLING = 2;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const kept = new WeakMap<Release, (word: string) => number>();

/** How much a word tells, by how many reasons of all procedures use it. */
function weights(release: Release): (word: string) => number {
  const before = kept.get(release);
  if (before !== undefined) return before;
  const reasons = [...release.procedures.values()].flatMap(({ returns }) => returns);
  const count = new Map<string, number>();
  for (const { text } of reasons)
    for (const word of new Set(wordsOf(say(text)))) count.set(word, (count.get(word) ?? 0) + 1);
  const now = (word: string): number => Math.log((reasons.length + 1) / ((count.get(word) ?? 0) + 0.5));
  kept.set(release, now);
  return now;
}

const DEADLINES: readonly RegExp[] = [
  /(?:trước|truoc|đến hết|chậm nhất|hạn cuối|hạn|đến)\s{1,3}(?:là\s{1,3})?(?:ngày\s{1,3})?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?/iu,
  /trong\s{1,3}(?:vòng\s{1,3}|thời hạn\s{1,3}|thời gian\s{1,3})?\d{1,2}\s{1,3}(?:ngày làm việc|ngày|giờ làm việc|giờ)/iu,
];

/** The deadline as the officer wrote it; null: none is written. */
export function deadlineIn(text: string): string | null {
  const whole = text.normalize('NFC');
  for (const one of DEADLINES) {
    const found = one.exec(whole)?.[0];
    if (found !== undefined) return found.trim();
  }
  return null;
}
