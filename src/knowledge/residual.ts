import type { Condition } from './schema/condition.ts';
import { answerTo, within, type Situation } from './situation.ts';

/**
 * What is left of a condition when everything known about a case is put in: a statement about variables that
 * are still free. `yes` and `no`: nothing is left.
 */
export type Residual = 'yes' | 'no' | Open;

type Open =
  | { readonly kind: 'all'; readonly parts: readonly Open[] }
  | { readonly kind: 'not'; readonly part: Open }
  | { readonly kind: 'is'; readonly variable: Variable; readonly wanted: readonly string[] };

/** An unanswered question, the channel or the unit, with everything it can be. */
interface Variable {
  readonly name: string;
  readonly values: readonly string[];
}

/** No question is called so: ids have no `@`. */
export const CHANNEL = '@channel';
export const UNIT = '@unit';

/** A value that no condition names. */
const OTHER = '@other';

export function reduce(condition: Condition, at: Situation): Residual {
  if ('all' in condition) return all(condition.all.map((part) => reduce(part, at)));
  if ('any' in condition) return not(all(condition.any.map((part) => not(reduce(part, at)))));
  if ('not' in condition) return not(reduce(condition.not, at));
  if ('q' in condition) {
    const wanted = 'is' in condition ? [condition.is] : condition.in;
    const question = at.questions?.get(condition.q);
    const fits = is(
      condition.q,
      wanted,
      answerTo(condition.q, at) ?? null,
      question && Object.keys(question.options),
    );
    return question?.when === undefined ? fits : all([reduce(question.when, at), fits]);
  }
  if ('channel' in condition)
    return is(CHANNEL, [condition.channel], at.channel, ['online', 'counter', 'postal']);
  if ('unit' in condition) return is(UNIT, condition.unit, at.unit);
  return within(at.date, condition.date) ? 'yes' : 'no';
}

function is(
  name: string,
  wanted: readonly string[],
  known: string | null,
  values?: readonly string[],
): Residual {
  if (known !== null) return wanted.includes(known) ? 'yes' : 'no';
  if (values === undefined) return { kind: 'is', variable: { name, values: [] }, wanted };
  const possible = values.filter((value) => wanted.includes(value));
  if (possible.length === 0) return 'no';
  return possible.length === values.length ? 'yes' : { kind: 'is', variable: { name, values }, wanted };
}

function all(parts: readonly Residual[]): Residual {
  if (parts.includes('no')) return 'no';
  const open = parts.filter((part) => typeof part !== 'string');
  const [first] = open;
  if (first === undefined) return 'yes';
  return open.length === 1 ? first : { kind: 'all', parts: open };
}

function not(part: Residual): Residual {
  if (part === 'yes') return 'no';
  if (part === 'no') return 'yes';
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

/** More ways to answer than this are not tried out; every variable then counts as deciding. */
const MOST_WAYS = 4096;

/** The names of the variables that make a difference, or the result that comes out whatever they are. */
export function decidingIn(rest: Open): ReadonlySet<string> | 'yes' | 'no' {
  const atoms = atomsIn(rest);
  const names = new Set(atoms.map(({ variable }) => variable.name));
  // Where each variable stands once, each can tip the balance: the common case, and no search.
  if (names.size === atoms.length) return names;
  const variables = [...names].map((name) => ({ name, values: valuesOf(name, atoms) }));
  const ways = variables.reduce((product, { values }) => product * values.length, 1);
  return ways > MOST_WAYS ? names : searched(rest, variables, ways);
}

function searched(
  rest: Open,
  variables: readonly Variable[],
  ways: number,
): ReadonlySet<string> | 'yes' | 'no' {
  const results = Array.from({ length: ways }, (_, way) => holds(rest, answerAll(variables, way)));
  const [first] = results;
  if (results.every((result) => result === first)) return first === true ? 'yes' : 'no';
  let stride = 1;
  const deciding = variables.filter(({ values }) => {
    const step = stride;
    stride *= values.length;
    return results.some((result, way) => {
      const place = Math.floor(way / step) % values.length;
      return place > 0 && result !== results[way - place * step];
    });
  });
  return new Set(deciding.map(({ name }) => name));
}

type Atom = Extract<Open, { kind: 'is' }>;

function atomsIn(rest: Open): Atom[] {
  if (rest.kind === 'all') return rest.parts.flatMap(atomsIn);
  return rest.kind === 'not' ? atomsIn(rest.part) : [rest];
}

/** Everything a variable can be; where that is not known, what is named of it and one value more. */
function valuesOf(name: string, atoms: readonly Atom[]): readonly string[] {
  const named = atoms.filter(({ variable }) => variable.name === name);
  const known = named.find(({ variable }) => variable.values.length > 0)?.variable.values;
  return known ?? [...new Set([...named.flatMap(({ wanted }) => wanted), OTHER])];
}

/** The way numbered so, read as a number with one digit a variable. */
function answerAll(variables: readonly Variable[], way: number): ReadonlyMap<string, string> {
  let rest = way;
  return new Map(
    variables.map(({ name, values }) => {
      const value = values[rest % values.length] ?? OTHER;
      rest = Math.floor(rest / values.length);
      return [name, value];
    }),
  );
}

function holds(rest: Open, values: ReadonlyMap<string, string>): boolean {
  if (rest.kind === 'all') return rest.parts.every((part) => holds(part, values));
  if (rest.kind === 'not') return !holds(rest.part, values);
  return rest.wanted.includes(values.get(rest.variable.name) ?? OTHER);
}
