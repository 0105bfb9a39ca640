import { askedBy } from './askedBy.ts';
import { clearIn } from './clearIn.ts';
import type { Allowed, Verdict } from './judge.ts';
import type { OpenModel } from './openModel.ts';
import { segments } from './segments.ts';
import type { Word } from './text.ts';

/**
 * Whole messages drown what is wished where they hold more than one matter. Two questions in one line: the first is
 * answered first. A long letter: what stands at its end is what is asked, what was told before is how it came about.
 */
export function wished(
  words: readonly Word[],
  verdicts: readonly Verdict[],
  allowed: Allowed,
  model: OpenModel,
): readonly Verdict[] {
  const [best] = verdicts;
  if (best === undefined) return verdicts;
  const paper = besidePaper(words, best, allowed, model);
  if (paper !== null) return led(paper, verdicts);
  const first = words.length >= TWO ? firstOfTwo(words, best, allowed, model) : null;
  if (first !== null) return led(first, verdicts);
  if (words.length < LETTER) return verdicts;
  const { sure } = model.topics.thresholds;
  const end = clearIn(words.slice(-ENDING), model.topics, allowed, LIKELY);
  if (end === null || model.topics.kin(end.label, best.label)) return verdicts;
  // Which of the two is meant is asked, the likelier one first.
  const asked = { label: end.label, p: Math.min(end.p, sure - STEP) };
  if (end.p >= sure || end.p >= best.p) return led(asked, verdicts);
  const whole = { label: best.label, p: Math.min(best.p, sure - STEP) };
  return [whole, asked, ...verdicts.slice(1).filter(({ label }) => label !== end.label)];
}

/** "Đăng ký kết hôn có cần giấy khai sinh không": what is named before the need is the matter, the rest a paper of it. */
function besidePaper(
  words: readonly Word[],
  best: Verdict,
  allowed: Allowed,
  model: OpenModel,
): Verdict | null {
  if (words.length > SHORT) return null;
  const need = words.findIndex(
    ({ folded }, i) => i >= NAME && NEEDS.has(folded) && words[i - 1]?.folded !== 'khong',
  );
  if (need < 0 || words.length - need < NAME) return null;
  const own = clearIn(words.slice(0, need), model.topics, allowed, LIKELY);
  return own === null || model.topics.kin(own.label, best.label) ? null : own;
}

/** The first of two questions, where the whole sounds most like the second. */
function firstOfTwo(
  words: readonly Word[],
  best: Verdict,
  allowed: Allowed,
  model: OpenModel,
): Verdict | null {
  const parts = segments(words, model.joins);
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return null;
  const asks = askedBy(first, model.asking) !== null || first.some(({ folded }) => WISHES.has(folded));
  const own = asks ? clearIn(first, model.topics, allowed, LIKELY) : null;
  if (own === null || model.topics.kin(own.label, best.label)) return null;
  const second = others.some((part) => clearIn(part, model.topics, allowed, LIKELY, best.label) !== null);
  return second ? own : null;
}

const led = (first: Verdict, others: readonly Verdict[]): Verdict[] => [
  first,
  ...others.filter(({ label }) => label !== first.label),
];

const WISHES: ReadonlySet<string> = new Set(['muon', 'xin', 'lam', 'can']);
/** Words before which a matter is named, when it is about its papers; in messages up to so many words, in names from so many on. */
const NEEDS: ReadonlySet<string> = new Set(['can', 'kem', 'mang']);
const SHORT = 16;
const NAME = 2;
/** Words from which on a message may hold two questions, and from which it is a letter; words that make up its end. */
const TWO = 6;
const LETTER = 18;
const ENDING = 11;
/** How sure a part must be to be thought of; and how far below "sure" that is put which is asked. */
const LIKELY = 0.6;
const STEP = 0.01;
