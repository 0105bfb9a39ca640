import type { Answered, Asked, Change } from '#insight/ports.ts';
import { encodeModel, type Model } from '#understanding/model.ts';
import type { Understanding } from '#understanding/types.ts';
import type { Understand } from '#turns/ports.ts';
import { answerOf, decideQuestion } from '../../commands/ask/answer.ts';
import type { Question } from '../../commands/ask/question.ts';
import type { Bot } from '../bot.ts';
import type { Reach } from './reach.ts';
import { answeredOf, isSame } from './side.ts';

export interface Pairing {
  readonly before: Bot;
  readonly after: Bot;
  readonly reach: Reach;
  readonly now: number;
}

/**
 * Asks both releases, and gives the questions that are answered otherwise, by place. The second is asked only where
 * its answer can differ: it reads the question otherwise, or what changed is told in the answer of the first.
 */
export function* changedAnswers(
  { before, after, reach, now }: Pairing,
  questions: readonly Asked[],
): Generator<(Change & { readonly place: number }) | null> {
  const [old, fresh] = [
    { ...before, understand: once(before.understand) },
    { ...after, understand: once(after.understand) },
  ];
  for (const [place, asked] of questions.entries()) {
    const question = {
      id: null,
      text: asked.text,
      topic: asked.topic,
      unit: asked.unit,
      date: null,
      expects: null,
    };
    const context = { topic: asked.topic, expects: null, unit: asked.unit };
    const masked = before.mask(asked.text).text;
    const read = old.understand(masked, context);
    const reread = before.understand === after.understand ? read : fresh.understand(masked, context);
    const alike = !reach.wide && readsAlike(read, reread);
    if (alike && reach.names.length === 0) {
      yield null;
      continue;
    }
    const was = ask(old, question, now);
    if (alike && !was.names(reach.names, read)) {
      yield null;
      continue;
    }
    const is = ask(fresh, question, now).answered;
    yield isSame(was.answered, is) ? null : { place, before: was.answered, after: is };
  }
}

/** Whether two trainings came to the same bytes, as they do from the same words. */
export const sameModel = (a: Model, b: Model): boolean =>
  Buffer.compare(encodeModel(a), encodeModel(b)) === 0;

/** The turn and we ask the same of the matcher: it is asked once. */
function once(understand: Understand): Understand {
  let last: { readonly key: string; readonly out: Understanding } | null = null;
  return (text, context) => {
    if (context.expects !== null) return understand(text, context);
    const key = JSON.stringify([text, context.topic, context.unit, context.lang ?? 'vi']);
    if (last?.key !== key) last = { key, out: understand(text, context) };
    return last.out;
  };
}

/**
 * Whether the dialogs can tell two readings apart. They hold probabilities against whole percents, and the first
 * against twice and five times the second; all else they take as it is.
 */
export function readsAlike(a: Understanding, b: Understanding): boolean {
  return a === b || (a.confidence === b.confidence && keyOf(a) === keyOf(b));
}

function keyOf(one: Understanding): string {
  const [first, second] = one.candidates;
  const times = Math.min(10, Math.floor((first?.p ?? 0) / Math.max(second?.p ?? 0, 1e-4)));
  return JSON.stringify([
    one.candidates.map(({ topic, p }) => [topic, percent(p)]),
    times,
    one.outcome,
    one.fromContext,
    [one.aspect, percent(one.aspectP), one.option, one.command, one.units, one.second],
    one.national.map(({ explains, covers, ...hit }) => [hit, percent(explains), percent(covers)]),
    [one.nationalFirst, one.changed, one.english],
  ]);
}

/** Whole percents, of numbers with four decimals. */
const percent = (p: number): number => Math.floor(Math.round(p * 10_000) / 100);

interface Told {
  readonly answered: Answered;
  /** Whether one of these entries stands in the answer, or was thought of. */
  readonly names: (ids: readonly string[], read: Understanding) => boolean;
}

function ask(bot: Bot, question: Question, now: number): Told {
  const { replies, record } = decideQuestion(bot, question, now);
  return {
    answered: answeredOf(answerOf(bot, question, { replies, record })),
    names(ids, { candidates, second }) {
      if (ids.length === 0) return false;
      const told = JSON.stringify([replies, record, candidates, second]);
      return ids.some((id) => told.includes(id));
    },
  };
}
