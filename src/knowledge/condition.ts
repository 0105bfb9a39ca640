import type { Applies } from './facts/fact.ts';
import { CHANNEL, decidingIn, reduce, UNIT } from './residual.ts';
import type { Condition } from './schema/condition.ts';
import { answerTo, within, type Situation } from './situation.ts';

/**
 * Whether something applies, in Kleene's three-valued logic: an unanswered question, a channel or unit
 * not chosen yet is `open`. An answer counts only as far as its question is asked in this case, so more
 * answers can settle what is open but never turn a yes into a no.
 */
export function evaluate(condition: Condition, at: Situation): Applies {
  if ('all' in condition) return every(condition.all.map((part) => evaluate(part, at)));
  if ('any' in condition) return not(every(condition.any.map((part) => not(evaluate(part, at)))));
  if ('not' in condition) return not(evaluate(condition.not, at));
  if ('q' in condition) return answered(condition.q, 'is' in condition ? [condition.is] : condition.in, at);
  if ('channel' in condition) {
    return at.channel === null ? 'open' : verdict(at.channel === condition.channel);
  }
  if ('unit' in condition) return at.unit === null ? 'open' : verdict(condition.unit.includes(at.unit));
  return verdict(within(at.date, condition.date));
}

/** Whether a question is asked in this case at all. */
export function isAsked(question: string, at: Situation): Applies {
  const when = at.questions?.get(question)?.when;
  return when === undefined ? 'yes' : settle(when, at).applies;
}

/** The questions that a condition names, in the order named. */
export function questionsIn(condition: Condition): string[] {
  return [...new Set(atomsOf(condition).flatMap((atom) => ('q' in atom ? [atom.q] : [])))];
}

/** The unanswered questions that can still change the result in this case. */
export function openQuestions(condition: Condition, at: Situation): string[] {
  return settle(condition, at).open;
}

/**
 * `evaluate`, and where that stays open a look at every way to answer: what comes out the same in all of
 * them is settled (a question with the options a and b settles "a or b"), and only questions that make a
 * difference are `open`. `choices` says that the channel or the unit makes one.
 */
export function settle(condition: Condition, at: Situation): Settled {
  const rest = reduce(condition, at);
  if (typeof rest === 'string') return settled(rest);
  const deciding = decidingIn(rest);
  if (deciding === 'yes' || deciding === 'no') return settled(deciding);
  const written = [...(at.questions?.keys() ?? [])].filter((id) => deciding.has(id));
  return {
    applies: 'open',
    open: [...new Set([...written, ...deciding])].filter((name) => name !== CHANNEL && name !== UNIT),
    choices: [
      ...(deciding.has(CHANNEL) ? (['channel'] as const) : []),
      ...(deciding.has(UNIT) ? (['unit'] as const) : []),
    ],
  };
}

export interface Settled {
  readonly applies: Applies;
  readonly open: string[];
  readonly choices: ('channel' | 'unit')[];
}

const settled = (applies: 'yes' | 'no'): Settled => ({ applies, open: [], choices: [] });

type Atom = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

export function atomsOf(condition: Condition): Atom[] {
  if ('all' in condition) return condition.all.flatMap(atomsOf);
  if ('any' in condition) return condition.any.flatMap(atomsOf);
  if ('not' in condition) return atomsOf(condition.not);
  return [condition];
}

function answered(question: string, wanted: readonly string[], at: Situation): Applies {
  const given = answerTo(question, at);
  const fits = given === undefined ? 'open' : verdict(wanted.includes(given));
  const when = at.questions?.get(question)?.when;
  return when === undefined ? fits : every([evaluate(when, at), fits]);
}

const verdict = (holds: boolean): 'yes' | 'no' => (holds ? 'yes' : 'no');

function not(applies: Applies): Applies {
  if (applies === 'open') return 'open';
  return applies === 'yes' ? 'no' : 'yes';
}

function every(parts: readonly Applies[]): Applies {
  if (parts.includes('no')) return 'no';
  return parts.includes('open') ? 'open' : 'yes';
}
