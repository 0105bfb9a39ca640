import type { Condition } from '../schema/condition.ts';
import type { Procedure } from '../schema/procedure.ts';
import type { Text } from '../schema/text.ts';
import { open } from './case.ts';
import { groundsOf, isMemory } from './grounds.ts';
import { remembered } from './remember.ts';
import type { StatementFact } from './fact.ts';

export type StatementField = StatementFact['field'];

export const statementFields = [
  'result',
  'conditions',
  'on-behalf',
  'returns',
  'exemptions',
  'checks',
  'validity',
  'penalties',
] as const satisfies readonly StatementField[];

/** The statements of one field that hold in her case. What is known from memory alone is not told. */
export const statementFacts = remembered(
  (release, caseOf, field: StatementField): readonly StatementFact[] => {
    const opened = open(release, caseOf);
    if (opened === null) return [];
    const { procedure, at } = opened;
    return statementsOf(procedure, field).flatMap((statement): StatementFact[] => {
      const grounds = groundsOf(procedure, statement, at);
      if (grounds === null || isMemory(grounds.sources)) return [];
      return [{ ...grounds, field, text: statement.text, fix: statement.fix ?? null }];
    });
  },
);

/** The statements of a field, whatever the case. */
export function statementsOf(
  procedure: Procedure,
  field: StatementField,
): readonly {
  id: string;
  text: Text;
  when?: Condition | undefined;
  fix?: Text | undefined;
  source: string[];
}[] {
  return field === 'on-behalf' ? procedure.onBehalf : procedure[field];
}
