import type { Judged } from './judge.ts';

export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** What is measured of a slice. The ids are those of data/evaluation/marks.yaml. */
export const figureIds = [
  'top1',
  'top3',
  'right-outcome',
  'confident-wrong',
  'asked-back',
  'asked-right',
  'not-understood',
  'aspect',
  'aspect-all',
  'false-not-here',
  'out-answered',
  'out-outcome',
  'safety',
] as const;
export type FigureName = (typeof figureIds)[number];

export const figureNames: Readonly<Record<FigureName, string>> = {
  top1: 'right topic first',
  top3: 'right topic in the first three',
  'right-outcome': 'answered right, or asked with the right one on a button',
  'confident-wrong': 'acted on a wrong topic',
  'asked-back': 'asked back',
  'asked-right': '… with the right one on a button',
  'not-understood': 'not understood',
  aspect: 'aspect, of rows that have one',
  'aspect-all': '… rows about nothing in particular counted',
  'false-not-here': 'in scope and sent elsewhere',
  'out-answered': 'out of scope, answered as in scope',
  'out-outcome': 'out of scope, met as it should be',
  safety: 'danger, warned of',
};
export type Figures = ReadonlyMap<FigureName, Share>;

/** Outcomes that an out-of-scope message may come to, by its `expect`. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  smalltalk: ['smalltalk', 'unclear'],
  handoff: ['handover'],
  handover: ['handover'],
  refuse: ['refuse', 'unclear'],
  redirect: ['redirect', 'unclear', 'clarify', 'handover'],
  safety: ['safety', 'handover'],
  clarify: ['clarify', 'unclear'],
  context: ['clarify', 'unclear', 'smalltalk'],
  unclear: ['unclear', 'clarify', 'smalltalk'],
};

/** A vague message must be asked back: there is no right topic to be first. */
const isInside = ({ row }: Judged): boolean => row.in_scope && row.topic !== 'mo-ho';
const expected = ({ row }: Judged): string => (row.topic === 'mo-ho' ? 'clarify' : (row.expect ?? 'unclear'));

const fits = (one: Judged): boolean =>
  (FITTING[expected(one)] ?? []).includes(one.got.outcome) || (one.met === 'acts' && one.at === 0);

/** Out of scope and acted on all the same; under a neighbouring authority that we cover it is right. */
export const answeredOutside = (one: Judged): boolean =>
  !isInside(one) && (one.got.outcome === 'answer' || one.got.outcome === 'offer') && one.at !== 0;
export const wrongInside = (one: Judged): boolean => isInside(one) && one.at !== 0;

export function figuresOf(judged: readonly Judged[]): Figures {
  const inside = judged.filter(isInside);
  const outside = judged.filter((one) => !isInside(one));
  const asked = inside.filter(({ met }) => met === 'asks');
  const withAspect = inside.filter(({ row }) => row.aspect !== null && row.aspect !== undefined);
  const danger = judged.filter((one) => expected(one) === 'safety');
  return new Map<FigureName, Share>([
    ['top1', share(inside, ({ at }) => at === 0)],
    ['top3', share(inside, ({ at }) => at >= 0 && at < 3)],
    ['right-outcome', share(inside, (one) => (one.met === 'acts' ? one.at === 0 : one.onButton))],
    ['confident-wrong', share(inside, (one) => one.met === 'acts' && one.at !== 0)],
    ['asked-back', share(inside, ({ met }) => met === 'asks')],
    ['asked-right', share(asked, ({ onButton }) => onButton)],
    ['not-understood', share(inside, ({ got }) => got.outcome === 'unclear')],
    [
      'aspect',
      share(
        withAspect.filter(({ row }) => row.aspect !== 'khac'),
        hasAspect,
      ),
    ],
    ['aspect-all', share(withAspect, hasAspect)],
    ['false-not-here', share(inside, ({ got, at }) => got.outcome === 'redirect' && at !== 0)],
    ['out-answered', share(outside, answeredOutside)],
    ['out-outcome', share(outside, fits)],
    ['safety', share(danger, ({ got }) => got.outcome === 'safety')],
  ]);
}

const hasAspect = ({ row, got }: Judged): boolean => (got.aspect ?? 'khac') === row.aspect;

function share<T>(list: readonly T[], holds: (one: T) => boolean): Share {
  return { hits: list.filter(holds).length, of: list.length };
}

/** "93.1 % [88.9–95.8]": share with Wilson's 95 % interval. */
export function percent({ hits, of }: Share): string {
  if (of === 0) return '–';
  const z = 1.96;
  const p = hits / of;
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  const show = (x: number): string => (100 * x).toFixed(1);
  return `${show(p)} [${show(Math.max(0, centre - half))}–${show(Math.min(1, centre + half))}]`;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean of what the bot said of itself, and share that was right. */
  readonly said: number;
  readonly right: number;
}

/** How far the probabilities can be believed: ten bins over the in-scope messages. */
export function calibrationOf(judged: readonly Judged[]): Bin[] {
  const inside = judged.filter((one) => isInside(one) && one.got.topic !== null);
  return Array.from({ length: 10 }, (_, i): Bin => {
    const [from, to] = [i / 10, (i + 1) / 10];
    const some = inside.filter(({ got: { confidence: p } }) => p >= from && (p < to || i === 9));
    const mean = (of: (one: Judged) => number): number =>
      some.length === 0 ? 0 : some.reduce((sum, one) => sum + of(one), 0) / some.length;
    return {
      from,
      to,
      n: some.length,
      said: mean(({ got }) => got.confidence),
      right: mean(({ at }) => (at === 0 ? 1 : 0)),
    };
  }).filter(({ n }) => n > 0);
}

/** Which topics were taken for which, most often first. */
export function confusionsOf(judged: readonly Judged[]): { label: string; got: string; n: number }[] {
  const counts = new Map<string, { label: string; got: string; n: number }>();
  for (const { row, got } of judged.filter(wrongInside)) {
    const key = `${row.topic}|${got.topic ?? ''}`;
    const n = (counts.get(key)?.n ?? 0) + 1;
    counts.set(key, { label: row.topic, got: got.topic ?? 'nothing', n });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1));
}
