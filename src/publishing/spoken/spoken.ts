import { documentFacts } from '#knowledge/facts/documents.ts';
import { feeFacts } from '#knowledge/facts/fees.ts';
import { placeFact } from '#knowledge/facts/place.ts';
import { statementFacts, statementFields } from '#knowledge/facts/statements.ts';
import { stepsFor } from '#knowledge/facts/steps.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import type { Case } from '#knowledge/facts/fact.ts';
import type { LockLine } from '#knowledge/lock.ts';
import type { Release } from '#knowledge/release.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { checklist } from '#replies/compose/checklist.ts';
import { feeItems } from '#replies/compose/fee.ts';
import { placeItems } from '#replies/compose/place.ts';
import { stepBlock } from '#replies/compose/step.ts';
import { timeItems } from '#replies/compose/time.ts';
import { whoClause } from '#replies/compose/who.ts';
import { blockText } from '#replies/render-text.ts';
import type { Block } from '#replies/reply.ts';
import { voiceOf, type Voice } from '#replies/wording.ts';
import { casesOf, type ToldAspect } from './cases.ts';
import { codesIn, numbersIn } from './numbers-in.ts';

/** A number or the code of a form that a reply says and no line of the lock knows. */
export interface Strange {
  readonly mark: string;
  readonly reply: string;
}

/**
 * Speaks every reply of a procedure about one aspect, in all its cases, channels and boundary dates, and gives what is
 * said there and is no fact. Empty: every number stands in the lock under that procedure and field.
 */
export function strangeIn(
  release: Release,
  lock: readonly LockLine[],
  procedure: Procedure,
  aspect: ToldAspect,
): readonly Strange[] {
  const voice = voiceOf(release.wording, 'vi');
  const known = tellable(lock, procedure.id, procedure.scope, FIELDS[aspect]);
  const strange = new Map<string, string>();
  for (const at of casesOf(release, procedure, aspect)) {
    const reply = spoken(release, voice, aspect, at);
    for (const mark of marksIn(reply)) if (!known.has(mark)) strange.set(mark, reply);
  }
  return [...strange].map(([mark, reply]) => ({ mark, reply }));
}

/** Which fields of the lock an answer about an aspect may draw its numbers from. */
const FIELDS: Record<ToldAspect, readonly string[]> = {
  documents: ['documents'],
  fees: ['fee'],
  time: ['time'],
  statements: [...statementFields, 'place'],
  steps: ['steps'],
};

/** Numbers, form codes and template names that lock lines give, with their dates. */
function tellable(
  lock: readonly LockLine[],
  procedure: string,
  scope: string,
  fields: readonly string[],
): Set<string> {
  const lines = lock.filter((line) =>
    line.procedure === '*'
      ? line.field === 'contact' || (line.field === 'steps' && fields.includes('steps'))
      : line.procedure === procedure && line.scope === scope && fields.includes(line.field),
  );
  return new Set(lines.flatMap(({ value, from, to }) => [value, from, to].flatMap(wordsIn).flatMap(marksIn)));
}

export const marksIn = (text: string): string[] => [...numbersIn(text), ...codesIn(text)];

/** Every word and number of a value, however deep. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** The reply about one aspect of a case. Numbers of steps are left out: they count, they tell nothing. */
export function spoken(release: Release, voice: Voice, aspect: ToldAspect, at: Case): string {
  const who = (ids: readonly string[]): string => whoClause(voice, release, at.unit, ids);
  const blocks: Record<ToldAspect, () => (Block | null)[]> = {
    documents: () => [checklist(voice, '', documentFacts(release, at), () => '')],
    fees: () => [{ kind: 'facts', items: feeItems(voice, feeFacts(release, at), who) }],
    time: () => [{ kind: 'facts', items: timeItems(voice, timeFacts(release, at), who) }],
    statements: () => {
      const place = placeFact(release, at);
      return [
        ...(place === null ? [] : [{ kind: 'facts', items: placeItems(voice, place, null) } as const]),
        ...statementFields
          .flatMap((field) => statementFacts(release, at, field))
          .flatMap(({ text, fix }) => (fix === null ? [text] : [text, fix]))
          .map((text) => ({ kind: 'text', text: voice.text(text) }) as const),
      ];
    },
    steps: () => {
      const plans = stepsFor(release, at);
      const common = {
        procedure: at.procedure,
        procedureName: '',
        plans,
        done: new Set<string>(),
        brief: false,
        values: {},
      };
      return plans.map((_, index) => {
        const block = stepBlock(voice, { ...common, at: index, simple: false });
        if (block === null) return null;
        const words = [block.title, block.todo, block.screen ?? '', ...block.notes];
        return { kind: 'text', text: words.join('\n') } as const;
      });
    },
  };
  return blocks[aspect]()
    .flatMap((block) => (block === null ? [] : [blockText(block)]))
    .join('\n');
}
