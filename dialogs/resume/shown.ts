import type { Fact } from '#knowledge/facts/fact.ts';
import { feeFacts } from '#knowledge/facts/fees.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import { documentFacts } from '#knowledge/facts/documents.ts';
import { caseKey, keptByRelease } from '#knowledge/facts/remember.ts';
import { paperName } from '#replies/compose/checklist.ts';
import { answerParts } from '../answer/parts.ts';
import type { Shown, Walkthrough } from '../state.ts';
import type { Turn } from '../turn.ts';
import { plansOf } from '../walkthrough/place.ts';
import { caseOf } from '../walkthrough/walks.ts';

/** For each release. */
const MOST = 500;
const kept = keptByRelease<Shown>(MOST);

/** What holds for her now, in the form in which it is remembered and compared. */
export function shownNow(turn: Turn, walk: Walkthrough): Shown {
  const key = caseKey(caseOf(turn, walk.procedure, walk), turn.voice.lang);
  return kept(turn.release, key, () => shownAnew(turn, walk));
}

/** It follows from release, language and case alone. */
export function shownAnew(turn: Turn, walk: Walkthrough): Shown {
  const at = caseOf(turn, walk.procedure, walk);
  const papers = documentFacts(turn.release, at).filter(({ applies }) => applies === 'yes');
  const parts = answerParts(turn, walk.procedure, walk);
  const fee = feeFacts(turn.release, at).filter(({ extra }) => !extra);
  const time = timeFacts(turn.release, at);
  return {
    documents: Object.fromEntries(
      papers.map((fact) => [
        fact.id,
        { name: paperName(turn.voice, fact), bring: fact.status !== 'from-database' },
      ]),
    ),
    steps: plansOf(turn, walk).map(({ id }) => id),
    fee: settled(fee, parts.fee()),
    time: settled(time, parts.time()),
  };
}

/** The words of the one fact that holds for sure; null while answers of hers can still change it. */
function settled(facts: readonly Fact[], lines: readonly { readonly value: string }[]): string | null {
  const [only, ...more] = facts;
  return only?.applies === 'yes' && more.length === 0 ? (lines[0]?.value.replace(/[.]$/, '') ?? null) : null;
}
