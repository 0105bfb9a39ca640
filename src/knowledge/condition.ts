import type { Applies, Case } from './facts/fact.ts';
import type { Condition } from './schema/condition.ts';
import type { Question } from './schema/procedure.ts';

/** A case read against the questions of its procedure (`normaliseCase`). Without them nothing is known about options. */
export interface Situation extends Case {
  readonly questions?: ReadonlyMap<string, Question>;
}

/**
 * Whether something applies, in Kleene's three-valued logic: an unanswered question, a channel or unit
 * not chosen yet is `open`. An answer counts only as far as its question is asked in this case, so more
 * answers can settle what is open but never turn a yes into a no.
 */
export function evaluate(condition: Condition, at: Situation): Applies {
  if ('all' in condition) return every(condition.all.map((part) => evaluate(part, at)));
  if ('any' in condition) return not(every(condition.any.map((part) => not(evaluate(part, at)))));
  if ('not' in condition) return not(evaluate(condition.not, at));
  if ('q' in condition) return answered(condition.q, wantedBy(condition), at);
  if ('channel' in condition) {
    return at.channel === null ? 'open' : verdict(at.channel === condition.channel);
  }
  if ('unit' in condition) return at.unit === null ? 'open' : verdict(condition.unit.includes(at.unit));
  return verdict(within(at.date, condition.date));
}

/** Both ends belong to the range. */
export function within(
  date: string,
  range: { readonly from?: string | undefined; readonly to?: string | undefined },
): boolean {
  return (range.from === undefined || date >= range.from) && (range.to === undefined || date <= range.to);
}

/** The answer to a question in this case, if it has one. Answers come from outside: own keys only. */
export function answerTo(question: string, at: Case): string | undefined {
  return Object.hasOwn(at.answers, question) ? at.answers[question] : undefined;
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
export function settle(
  condition: Condition,
  at: Situation,
): { applies: Applies; open: string[]; choices: ('channel' | 'unit')[] } {
  const applies = evaluate(condition, at);
  if (applies !== 'open') return { applies, open: [], choices: [] };
  const variables = variablesOf(condition, at);
  const deciding = decidingAmong(variables, condition, at);
  if (deciding === 'yes' || deciding === 'no') return { applies: deciding, open: [], choices: [] };
  return {
    applies: 'open',
    open: deciding.flatMap((variable) => (variable.kind === 'question' ? [variable.id] : [])),
    choices: deciding.flatMap((variable) => (variable.kind === 'question' ? [] : [variable.kind])),
  };
}

type Atom = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

export function atomsOf(condition: Condition): Atom[] {
  if ('all' in condition) return condition.all.flatMap(atomsOf);
  if ('any' in condition) return condition.any.flatMap(atomsOf);
  if ('not' in condition) return atomsOf(condition.not);
  return [condition];
}

/** More ways to answer than this are not tried out; the result then stays as `evaluate` says. */
const MOST_WAYS = 4096;

type Variable = { readonly values: readonly string[] } & (
  { readonly kind: 'question'; readonly id: string } | { readonly kind: 'channel' | 'unit' }
);

/** A value that no condition names. */
const OTHER = '\u0000';

function variablesOf(condition: Condition, at: Situation): Variable[] {
  const atoms = withGuards(condition, at);
  const variables: Variable[] = [];
  const named = new Set(atoms.flatMap((atom) => ('q' in atom ? [atom.q] : [])));
  const written = [...(at.questions?.keys() ?? [])].filter((id) => named.has(id));
  for (const id of new Set([...written, ...named])) {
    if (answerTo(id, at) !== undefined) continue;
    const options = at.questions?.get(id)?.options;
    const wanted = atoms.flatMap((atom) => ('q' in atom && atom.q === id ? wantedBy(atom) : []));
    const values = options === undefined ? [...new Set([...wanted, OTHER])] : Object.keys(options);
    variables.push({ kind: 'question', id, values });
  }
  if (at.channel === null && atoms.some((atom) => 'channel' in atom)) {
    variables.push({ kind: 'channel', values: ['online', 'counter', 'postal'] });
  }
  const units = atoms.flatMap((atom) => ('unit' in atom ? atom.unit : []));
  if (at.unit === null && units.length > 0) {
    variables.push({ kind: 'unit', values: [...new Set([...units, OTHER])] });
  }
  return variables;
}

/** The atoms of a condition and of what decides whether its questions are asked. */
function withGuards(condition: Condition, at: Situation): Atom[] {
  const atoms: Atom[] = [];
  const seen = new Set<string>();
  const waiting = [condition];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const atom of atomsOf(next)) {
      atoms.push(atom);
      if (!('q' in atom) || seen.has(atom.q)) continue;
      seen.add(atom.q);
      const when = at.questions?.get(atom.q)?.when;
      if (when !== undefined) waiting.push(when);
    }
  }
  return atoms;
}

/** The variables that make a difference, or the result that comes out whatever they are. */
function decidingAmong(
  variables: readonly Variable[],
  condition: Condition,
  at: Situation,
): readonly Variable[] | 'yes' | 'no' {
  const ways = variables.reduce((product, { values }) => product * values.length, 1);
  if (ways > MOST_WAYS) return variables;
  const results = Array.from({ length: ways }, (_, way) =>
    evaluate(condition, answerAll(variables, way, at)),
  );
  const first = results[0];
  if (first !== undefined && first !== 'open' && results.every((result) => result === first)) return first;
  let stride = 1;
  return variables.filter(({ values }) => {
    const step = stride;
    stride *= values.length;
    return results.some((result, way) => {
      const place = Math.floor(way / step) % values.length;
      return place > 0 && result !== results[way - place * step];
    });
  });
}

/** The case with its open variables set to the way numbered so, read as a number with one digit a variable. */
function answerAll(variables: readonly Variable[], way: number, at: Situation): Situation {
  const answers = { ...at.answers };
  let { channel, unit } = at;
  let rest = way;
  for (const variable of variables) {
    const value = variable.values[rest % variable.values.length] ?? OTHER;
    rest = Math.floor(rest / variable.values.length);
    if (variable.kind === 'question') answers[variable.id] = value;
    else if (variable.kind === 'unit') unit = value;
    else channel = value === 'online' || value === 'counter' ? value : 'postal';
  }
  return { ...at, answers, channel, unit };
}

function answered(question: string, wanted: readonly string[], at: Situation): Applies {
  const given = answerTo(question, at);
  const fits = given === undefined ? 'open' : verdict(wanted.includes(given));
  const when = at.questions?.get(question)?.when;
  return when === undefined ? fits : every([evaluate(when, at), fits]);
}

const wantedBy = (atom: { q: string; is: string } | { q: string; in: string[] }): readonly string[] =>
  'is' in atom ? [atom.is] : atom.in;

const verdict = (holds: boolean): 'yes' | 'no' => (holds ? 'yes' : 'no');

function not(applies: Applies): Applies {
  if (applies === 'open') return 'open';
  return applies === 'yes' ? 'no' : 'yes';
}

function every(parts: readonly Applies[]): Applies {
  if (parts.includes('no')) return 'no';
  return parts.includes('open') ? 'open' : 'yes';
}
