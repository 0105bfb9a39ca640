import type { Body } from '#knowledge/schema/body.ts';
import { foldedPhrase } from '../text.ts';
import type { NationalHit } from '../types.ts';
import type { NationalLine } from './line.ts';

type Level = Body['level'];

export interface Bodies {
  /** null: the table does not know this body, so nothing is concluded from it. */
  levelOf(body: string): Level | null;
}

/**
 * A body that names a commune's own is a commune's, whoever stands beside it; what is unclear makes the whole unclear.
 * Names of other cities come first: what is done only there says nothing about here.
 */
const STRONGEST: readonly Level[] = ['another-city', 'commune', 'police-commune', 'unclear'];

export function openBodies(bodies: readonly Body[]): Bodies {
  const whole = new Map(bodies.filter(({ match }) => match === 'is').map(({ name, level }) => [name, level]));
  const parts = bodies.filter(({ match }) => match !== 'is');
  const read = (body: string): Level | null => {
    const name = foldedPhrase(body);
    const exact = whole.get(name);
    if (exact !== undefined) return exact;
    const fits = parts.filter(({ name: part, match }) =>
      match === 'starts' ? ` ${name} `.startsWith(` ${part} `) : ` ${name} `.includes(` ${part} `),
    );
    const strongest = STRONGEST.find((level) => fits.some((fit) => fit.level === level));
    return strongest ?? fits.toSorted((a, b) => b.name.length - a.name.length)[0]?.level ?? null;
  };
  const known = new Map<string, Level | null>();
  return {
    levelOf: (body) => {
      const found = known.get(body);
      if (found !== undefined) return found;
      const level = read(body);
      known.set(body, level);
      return level;
    },
  };
}

/**
 * Whether a procedure that we have no entry for is done here. "Not here" (`elsewhere`) is said only where the table knows
 * every body named and none of them is a commune's.
 */
export function kindOf(
  { executing, authority }: Pick<NationalLine, 'executing' | 'authority'>,
  bodies: Bodies,
): Exclude<NationalHit['kind'], 'covered'> {
  const named = [executing, authority].filter((body) => body !== null);
  const levels = new Set(named.map((body) => bodies.levelOf(body)));
  if (levels.has('another-city')) return 'unknown';
  if (levels.has('commune') || levels.has('police-commune')) return 'here-not-yet';
  return levels.size === 0 || levels.has('unclear') || levels.has(null) ? 'unknown' : 'elsewhere';
}
