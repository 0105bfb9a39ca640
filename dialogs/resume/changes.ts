import { listed } from '#replies/compose/format.ts';
import type { Shown } from '../state.ts';
import type { Turn } from '../turn.ts';

/** What is different for her, in sentences. Empty: nothing that she would notice. */
export function changes(turn: Turn, before: Shown, after: Shown): string[] {
  const { words } = turn.voice;
  const and = words('list.and');
  const added = missing(after.documents, before.documents);
  const removed = missing(before.documents, after.documents);
  const differing = Object.entries(after.documents).flatMap(([id, paper]) => {
    const was = before.documents[id];
    if (was === undefined || (was.name === paper.name && was.bring === paper.bring)) return [];
    return [paper.bring ? paper.name : words('papers.replaced', { name: paper.name })];
  });
  return [
    added.length > 0 ? words('change.papers-added', { papers: listed(added, and) }) : null,
    removed.length > 0 ? words('change.papers-removed', { papers: listed(removed, and) }) : null,
    differing.length > 0 ? words('change.papers-differ', { papers: listed(differing, and) }) : null,
    differs(before.fee, after.fee) ? words('change.fee', { fee: after.fee ?? '' }) : null,
    differs(before.time, after.time) ? words('change.time', { time: after.time ?? '' }) : null,
    before.steps.length === after.steps.length ? null : words('change.steps', { total: after.steps.length }),
  ].filter((sentence) => sentence !== null);
}

const differs = (before: string | null, after: string | null): boolean =>
  before !== null && after !== null && before !== after;

const missing = (from: Shown['documents'], other: Shown['documents']): string[] =>
  Object.entries(from).flatMap(([id, { name }]) => (Object.hasOwn(other, id) ? [] : [name]));
