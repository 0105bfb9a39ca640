import type { UnderstandContext, Understanding } from '#understanding/types.ts';
import { rightFor, type Labels, type Row } from './rows.ts';

export interface Share {
  readonly hits: number;
  readonly of: number;
}

export interface Figures {
  readonly top1: Share;
  readonly top3: Share;
  /** The same, where a trouble under the topic counts as the topic. */
  readonly top1Kin: Share;
  readonly confidentWrongKin: Share;
  readonly confidentWrong: Share;
  readonly asked: Share;
  readonly unknown: Share;
  readonly aspect: Share;
  /** A bare wish ("làm giấy …") says no aspect and is met with the offer of papers or steps: counts as papers. */
  readonly aspectOffered: Share;
  /** Out of scope: answered as if in scope; and met with what a good bot does. */
  readonly answeredOutside: Share;
  readonly rightOutcome: Share;
  readonly misses: readonly Miss[];
}

export interface Miss {
  readonly row: Row;
  readonly got: Understanding;
}

/** Outcomes that an out-of-scope message may come to, by its `expect`. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  smalltalk: ['smalltalk', 'unclear'],
  handoff: ['handover'],
  handover: ['handover'],
  refuse: ['refuse', 'unclear'],
  redirect: ['redirect', 'unclear', 'clarify'],
  safety: ['safety', 'handover'],
  clarify: ['clarify', 'unclear'],
  context: ['clarify', 'unclear', 'smalltalk'],
  unclear: ['unclear', 'clarify', 'smalltalk'],
};
const IN_SCOPE_OUTCOMES = new Set(['answer', 'offer']);

export function figuresOf(
  rows: readonly Row[],
  labels: Labels,
  kin: (a: string, b: string) => boolean,
  understand: (text: string, context: UnderstandContext) => Understanding,
): Figures {
  const judged = rows.map((row) => {
    const got = understand(row.text, { topic: row.context ?? null, expects: null, unit: null });
    const right = rightFor(row.topic, labels);
    const at = got.candidates.findIndex(({ topic }) => right.has(topic));
    const best = got.candidates[0]?.topic ?? '';
    return { row, got, at, near: at === 0 || [...right].some((topic) => kin(topic, best)) };
  });
  // A vague message must be asked back: there is no right topic to be first.
  const inside = judged.filter(({ row }) => row.in_scope && row.topic !== 'mo-ho');
  const outside = judged.filter(({ row }) => !row.in_scope || row.topic === 'mo-ho');
  const sure = ({ got }: { got: Understanding }): boolean => got.confidence === 'sure';
  const withAspect = inside.filter(({ row }) => row.aspect !== null && row.aspect !== undefined);
  const answered = outside.filter(
    (one) => sure(one) && IN_SCOPE_OUTCOMES.has(one.got.outcome) && one.at !== 0,
  );
  return {
    top1: share(inside, ({ at }) => at === 0),
    top1Kin: share(inside, ({ near }) => near),
    confidentWrongKin: share(inside, (one) => sure(one) && !one.near),
    top3: share(inside, ({ at }) => at >= 0 && at < 3),
    confidentWrong: share(inside, (one) => sure(one) && one.at !== 0),
    asked: share(inside, ({ got }) => got.confidence === 'unsure'),
    unknown: share(inside, ({ got }) => got.confidence === 'unknown'),
    aspect: share(withAspect, ({ row, got }) => (got.aspect ?? 'khac') === row.aspect),
    aspectOffered: share(withAspect, ({ row, got }) =>
      got.aspect === null ? row.aspect === 'khac' || row.aspect === 'ho-so' : got.aspect === row.aspect,
    ),
    answeredOutside: { hits: answered.length, of: outside.length },
    rightOutcome: share(outside, ({ row, got }) =>
      (FITTING[row.topic === 'mo-ho' ? 'clarify' : (row.expect ?? 'unclear')] ?? []).includes(got.outcome),
    ),
    misses: judged.filter((one) => (inside.includes(one) ? one.at !== 0 : answered.includes(one))),
  };
}

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
