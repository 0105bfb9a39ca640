import { documentFacts } from '#knowledge/facts/documents.ts';
import { feeFacts } from '#knowledge/facts/fees.ts';
import { placeFact } from '#knowledge/facts/place.ts';
import { statementFacts, type StatementField } from '#knowledge/facts/statements.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import { checklist } from '#replies/compose/checklist.ts';
import { isWeak, lockKey, type FactItem } from '#replies/compose/fact-item.ts';
import { feeItems } from '#replies/compose/fee.ts';
import { placeItems } from '#replies/compose/place.ts';
import { timeItems } from '#replies/compose/time.ts';
import { anyQuestion, unitName, whoClause } from '#replies/compose/who.ts';
import type { Block } from '#replies/reply.ts';
import type { Voice } from '#replies/wording.ts';
import type { StatementFact } from '#knowledge/facts/fact.ts';
import type { Walkthrough } from '../state.ts';
import { openConditions } from '../papers/open-condition.ts';
import { unitOf, walkOf, type Turn } from '../turn.ts';
import { caseOf } from '../walkthrough/walks.ts';

export interface Parts {
  documents(title: string): Block[];
  fee(): FactItem[];
  time(): FactItem[];
  place(): FactItem[];
  result(): FactItem[];
  statements(field: StatementField): string[];
}

/** What may or may not hold in her case says so. */
const statement = (voice: Voice, { text, applies }: StatementFact): string =>
  applies === 'yes'
    ? voice.text(text)
    : voice.words('answer.may-apply', { text: voice.text(text).replace(/[.]$/, '') });

/** The facts of her case in words, part by part. */
export function answerParts(
  turn: Turn,
  procedure: string,
  walk: Walkthrough | null = walkOf(turn.state, procedure),
): Parts {
  const { voice, release } = turn;
  const at = caseOf(turn, procedure, walk);
  const code = unitOf(turn, walk);
  const unit = code === null ? undefined : release.units.get(code);
  const who = (ids: readonly string[]): string =>
    whoClause(voice, release, code, ids.length > 0 ? ids : anyQuestion(release));
  return {
    documents: (title) => {
      const list = checklist(voice, title, documentFacts(release, at), openConditions(turn, procedure, walk));
      return list === null ? [{ kind: 'text', text: voice.words('papers.none', { who: who([]) }) }] : [list];
    },
    fee: () => feeItems(voice, feeFacts(release, at), who),
    time: () => timeItems(voice, timeFacts(release, at), who),
    place: () => {
      const fact = placeFact(release, at);
      return fact === null
        ? []
        : placeItems(voice, fact, unit === undefined ? null : unitName(voice, release, unit));
    },
    result: () =>
      statementFacts(release, at, 'result').map((fact) => ({
        id: fact.id,
        label: voice.words('result.label'),
        value: statement(voice, fact),
        weak: isWeak(fact),
        key: lockKey(fact),
      })),
    statements: (field) => statementFacts(release, at, field).map((fact) => statement(voice, fact)),
  };
}
