import { documentFacts } from '#knowledge/facts/documents.ts';
import { stepsFor } from '#knowledge/facts/steps.ts';
import { paperName } from '#replies/compose/checklist.ts';
import { answerParts } from '../answer/parts.ts';
import type { Shown, Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { caseOf } from '../walkthrough/walks.ts';

/** What holds for her now, in the form in which it is remembered and compared. */
export function shownNow(turn: Turn, walk: Walkthrough): Shown {
  const at = caseOf(turn, walk.procedure, walk);
  const needed = documentFacts(turn.release, at).filter(
    ({ applies, status }) => applies === 'yes' && status !== 'from-database',
  );
  const parts = answerParts(turn, walk.procedure, walk);
  const line = (items: readonly { label: string; value: string }[]): string =>
    items.map(({ label, value }) => `${label}: ${value}`).join('; ');
  return {
    documents: Object.fromEntries(needed.map((fact) => [fact.id, paperName(turn.voice, fact)])),
    steps: stepsFor(turn.release, at).map(({ id }) => id),
    fee: line(parts.fee()),
    time: line(parts.time()),
  };
}
