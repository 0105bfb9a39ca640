import type { Choice } from '#replies/reply.ts';
import type { Chance } from './random.ts';
import { withoutDiacritics, withSlip } from './spelling.ts';

/** What a simulated resident does next. */
export type Action =
  | { readonly kind: 'tap'; readonly choice: Choice }
  /** `means`: the button whose words she types instead of tapping it. */
  | { readonly kind: 'type'; readonly text: string; readonly means: Choice | null };

/** How somebody of this kind behaves; shares are of the moments where it could happen. */
export interface Persona {
  readonly id: 'hurried' | 'careful' | 'confused' | 'wandering' | 'mistyping' | 'changing' | 'returning';
  /** Takes "bắt đầu" rather than her papers first. */
  readonly startsAtOnce: number;
  /** Types what is on a button instead of tapping it. */
  readonly types: number;
  readonly asksBetween: number;
  readonly getsStuck: number;
  readonly goesBack: number;
  readonly changesAnswer: number;
  readonly wandersOff: number;
  readonly leaves: number;
  /** How she spells. */
  spell(text: string, chance: Chance): string;
}

const plain = (text: string): string => text;
const base = {
  startsAtOnce: 0.5,
  types: 0.2,
  asksBetween: 0.05,
  getsStuck: 0.05,
  goesBack: 0,
  changesAnswer: 0,
  wandersOff: 0,
  leaves: 0,
  spell: plain,
} as const;

export const personas: readonly Persona[] = [
  {
    ...base,
    id: 'hurried',
    startsAtOnce: 1,
    types: 0,
    asksBetween: 0,
    getsStuck: 0,
    spell: withoutDiacritics,
  },
  { ...base, id: 'careful', startsAtOnce: 0 },
  { ...base, id: 'confused', types: 0.5, getsStuck: 0.4, goesBack: 0.15 },
  { ...base, id: 'wandering', asksBetween: 0.5, wandersOff: 0.1 },
  {
    ...base,
    id: 'mistyping',
    types: 1,
    spell: (text, chance) => withSlip(chance.hits(0.5) ? withoutDiacritics(text) : text, chance),
  },
  { ...base, id: 'changing', startsAtOnce: 0, changesAnswer: 0.25, goesBack: 0.1 },
  { ...base, id: 'returning', leaves: 0.3 },
];
