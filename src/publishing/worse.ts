import type { Rates } from './ports.ts';
import { words } from './words.ts';

/** Points that a slice may lose before a publication is refused; and so many messages at least: small slices jump. */
const POINTS = 2;
const POINTS_OF_ALL = 1;
const MESSAGES = 2;

/**
 * Why residents would be understood worse than now, a sentence each; empty: they are not. Held against what is live, not
 * against the marks alone: those are goals that the shipped matcher itself may still miss.
 */
export function worse(live: Rates, next: Rates): readonly string[] {
  return Object.entries(next).flatMap(([slice, figures]) =>
    Object.entries(figures).flatMap(([figure, is]) => {
      const was = live[slice]?.[figure];
      if (was === undefined || was.of === 0 || is.of === 0) return [];
      const name = nameOf(words.good, figure) ?? nameOf(words.bad, figure);
      if (name === undefined) return [];
      const worsened = nameOf(words.good, figure) === undefined ? rate(is) - rate(was) : rate(was) - rate(is);
      const margin = slice === 'all' ? POINTS_OF_ALL : POINTS;
      const messages = Math.abs(is.hits - was.hits);
      // Danger must be heard: no margin.
      const isWorse = figure === 'safety' ? worsened > 0 : worsened > margin && messages >= MESSAGES;
      return isWorse ? [words.worse(slice, name, percent(rate(was)), percent(rate(is)))] : [];
    }),
  );
}

const rate = ({ hits, of }: { readonly hits: number; readonly of: number }): number => (100 * hits) / of;
const percent = (points: number): string => `${points.toFixed(1).replace('.', ',')} %`;
const nameOf = (names: Readonly<Record<string, string>>, figure: string): string | undefined =>
  Object.hasOwn(names, figure) ? names[figure] : undefined;
