import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#knowledge/canonical.ts';
import { evaluate } from '#knowledge/condition.ts';
import { within } from '#knowledge/situation.ts';
import { normaliseCase } from '#knowledge/facts/case.ts';
import { documentFacts } from '#knowledge/facts/documents.ts';
import { feeFacts } from '#knowledge/facts/fees.ts';
import { placeFact } from '#knowledge/facts/place.ts';
import { statementFacts, statementFields } from '#knowledge/facts/statements.ts';
import { stepsFor } from '#knowledge/facts/steps.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import type { Case, Fact, StepPlan } from '#knowledge/facts/fact.ts';
import { lockDifference, lockKey, lockLines, type LockLine } from '#knowledge/lock.ts';
import { readLockFile } from '#knowledge/lock-file.ts';
import { aspects, casesOf, dataDir, productRelease, type ToldAspect } from './cases.ts';

const { compiled, release } = productRelease();
const lock = readLockFile(dataDir);
const lines = new Map(lock.map((line) => [`${line.scope} ${lockKey(line)}`, line]));

it('the lock says what the data says (else: npm run knowledge:lock)', () => {
  expect(lockDifference(lock, lockLines(compiled))).toEqual([]);
});

/** What of a fact is said, in the names of its lock line. */
function said(fact: Fact): Record<string, unknown> {
  switch (fact.field) {
    case 'documents':
      return {
        name: fact.name,
        form: fact.form,
        formCode: fact.formCode,
        note: fact.note,
        prose: fact.prose,
        replacedBy: fact.replacedBy,
      };
    case 'fee':
      return { label: fact.label, amount: fact.amount, per: fact.per, note: fact.note };
    case 'time':
      return { amount: fact.amount, unit: fact.unit, cutoff: fact.cutoff };
    case 'place':
      return { receive: fact.receive, decide: fact.decide, ...fact.online };
    case 'result':
    case 'conditions':
    case 'on-behalf':
    case 'returns':
    case 'exemptions':
    case 'checks':
    case 'validity':
    case 'penalties':
      return { text: fact.text, fix: fact.fix };
    default:
      return fact satisfies never;
  }
}

/** Everything that a fact says, looked up in the line of that procedure, field and id. */
function strangeIn(fact: Fact, at: Case, scope: string): string[] {
  const key = lockKey(fact);
  const line = lines.get(`${scope} ${key}`);
  if (line === undefined) return [`${key} is not locked`];
  const told = Object.entries(said(fact)).filter(
    ([name, value]) => value !== null && canonicalJson(value) !== canonicalJson(line.value[name]),
  );
  const plus = fact.field === 'time' ? fact.plus : [];
  const locked = Array.isArray(line.value['plus']) ? line.value['plus'] : [];
  return [
    ...told.map(([name, value]) => `${key}: ${name} ${canonicalJson(value)} is not what is locked`),
    ...plus
      .filter(({ amount, unit, why }) =>
        locked.every(
          (other: unknown) =>
            canonicalJson({ ...(other as object), id: 0, when: 0 }) !==
            canonicalJson({ amount, unit, why, id: 0, when: 0 }),
        ),
      )
      .map(({ amount, unit }) => `${key}: ${String(amount)} ${unit} more is not locked`),
    ...outside(line, at).map((why) => `${key}: ${why}`),
  ];
}

/** The line must hold on the date, for the channel and in the case that it is told for. */
function outside(line: LockLine, at: Case): string[] {
  const { from, to, channel } = line;
  const onDate = within(at.date, { from: from ?? undefined, to: to ?? undefined });
  const onChannel = channel === null || channel === 'any' || at.channel === null || channel === at.channel;
  const inCase =
    line.case === null ||
    typeof line.case === 'string' ||
    evaluate(line.case, normaliseCase(release, at)) !== 'no';
  return [
    ...(onDate ? [] : [`told on ${at.date}`]),
    ...(onChannel ? [] : [`told for ${at.channel}`]),
    ...(inCase ? [] : [`told for ${JSON.stringify(at.answers)}`]),
  ];
}

const told: Record<ToldAspect, (at: Case) => readonly Fact[]> = {
  documents: (at) => documentFacts(release, at),
  fees: (at) => feeFacts(release, at),
  time: (at) => timeFacts(release, at),
  statements: (at) => [
    ...statementFields.flatMap((field) => statementFacts(release, at, field)),
    ...[placeFact(release, at)].filter((fact) => fact !== null),
  ],
  steps: () => [],
};

/** Words of steps stand in the lock under the flow, the step's own words or its notes. */
const stepWords = new Set(
  lock
    .filter(({ field }) => field === 'steps')
    .flatMap(({ procedure, scope, value }) =>
      Object.values(value).map((text) => `${procedure} ${scope} ${canonicalJson(text)}`),
    ),
);

function strangeInSteps(steps: readonly StepPlan[], procedure: string, scope: string): string[] {
  return steps.flatMap(({ id, title, todo, screen, notes }) =>
    [title, todo, screen, ...notes.map(({ text }) => text)]
      .filter((text) => text !== null)
      .filter((text) =>
        [`${procedure} ${scope}`, '* base'].every(
          (owner) => !stepWords.has(`${owner} ${canonicalJson(text)}`),
        ),
      )
      .map((text) => `${procedure}, step ${id}: ${canonicalJson(text)} is not locked`),
  );
}

describe.each(compiled.procedures.map((procedure) => [procedure.scope, procedure.id, procedure] as const))(
  'in every case of %s/%s',
  (scope, id, procedure) => {
    it.each(aspects)('only locked facts are told about %s', (aspect) => {
      const strange = new Set<string>();
      for (const at of casesOf(release, procedure, aspect)) {
        const facts = told[aspect](at);
        for (const fact of facts) strangeIn(fact, at, scope).forEach((why) => strange.add(why));
        if (aspect === 'steps') {
          const steps = stepsFor(release, at);
          expect(steps.length).toBeGreaterThan(0);
          strangeInSteps(steps, id, scope).forEach((why) => strange.add(why));
        }
        expect(new Set(facts.map(lockKey)).size, 'one fact a key').toBe(facts.length);
      }
      expect([...strange]).toEqual([]);
    });
  },
);
