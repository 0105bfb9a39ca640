import type { Verdict } from './judge.ts';
import type { OpenModel } from './openModel.ts';

/** How sure the best must be to be answered at once. */
export function leastFor(best: Verdict, next: Verdict | undefined, model: OpenModel): number {
  const { sure } = model.topics.thresholds;
  if (model.loose.has(best.label)) return Math.max(sure, LOOSE);
  return nearBy(best.label, next, model) ? Math.max(sure, SIBLING) : sure;
}

/**
 * Whether the next best is a matter that residents call by the same name, and not far behind. Who says that name alone means
 * the commonest: others have words of their own, which would bring them nearer.
 */
function nearBy(label: string, next: Verdict | undefined, { siblings, commonest }: OpenModel): boolean {
  const isCommonest = next !== undefined && commonest.get(next.label) === label;
  const behind = isCommonest ? BEHIND_COMMONEST : BEHIND;
  return next !== undefined && next.p >= behind && (siblings.get(label)?.has(next.label) ?? false);
}

/** Between two such matters it must be very clear which is meant; else it is asked. */
const SIBLING = 0.96;
const LOOSE = 0.99;
const BEHIND = 0.005;
const BEHIND_COMMONEST = 0.03;
