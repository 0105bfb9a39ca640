import type { Clock } from '#root/clock.ts';
import { jsonSchema } from '#root/json.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import type { Change as EntryChange, Workshop } from '#publishing/ports.ts';
import { z } from 'zod';
import type { Compare, EvaluationSet } from '../ports.ts';
import { TEXT_MS, type LoggedQuestion } from '../question.ts';
import type { QuestionLog } from '../repository/questions.ts';
import type { Runs, RunStatus } from '../repository/runs.ts';
import { comparisonOf, comparisonSchema } from './result.ts';
import { steady } from './steady.ts';

/** What came of a comparison: what moves, or why the changes cannot be published at all. */
export const comparisonResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('compared'), comparison: comparisonSchema }),
  z.strictObject({
    kind: z.literal('faulty'),
    faults: z.array(z.strictObject({ where: z.string(), message: z.string() })),
  }),
]);
export type ComparisonResult = z.infer<typeof comparisonResultSchema>;

export interface ComparisonRun {
  readonly status: RunStatus;
  readonly done: number;
  readonly result: ComparisonResult | null;
}

export interface ComparisonParts {
  readonly runs: Runs;
  readonly log: QuestionLog;
  readonly workshop: Workshop;
  readonly evaluation: EvaluationSet;
  readonly compare: Compare;
  readonly clock: Clock;
  readonly warn: (error: unknown) => void;
}

export interface Comparisons {
  /** Begins to compare what is live with these changes in place; one after the other in a process. Gives the run's id. */
  readonly begin: (scope: Scope, changes: readonly EntryChange[]) => Promise<string>;
  readonly find: (scope: Scope, id: string) => Promise<ComparisonRun | null>;
  /** Resolves when nothing is being compared here. */
  readonly settled: () => Promise<void>;
}

/** Of the whole: training what was changed; asking both is the rest. */
const PREPARING = 0.5;

export function createComparisons(parts: ComparisonParts): Comparisons {
  const { runs, clock } = parts;
  let last: Promise<void> = Promise.resolve();
  return {
    async begin(scope, changes) {
      const id = await runs.begin(scope, 'comparison', clock());
      const before = last;
      last = steady(parts, id, async (say) => {
        await before;
        return jsonSchema.parse(await compareWith(parts, scope, changes, say));
      });
      return id;
    },
    async find(scope, id) {
      const run = await runs.find(scope, 'comparison', id, clock());
      if (run === null) return null;
      const result = comparisonResultSchema.safeParse(run.result);
      return { status: run.status, done: run.done, result: result.success ? result.data : null };
    },
    settled: () => last,
  };
}

async function compareWith(
  { log, workshop, evaluation, compare, clock }: ComparisonParts,
  scope: Scope,
  changes: readonly EntryChange[],
  say: (done: number) => void,
): Promise<ComparisonResult> {
  const made = await workshop.prepare(changes, (done) => say(PREPARING * done));
  if ('faults' in made)
    return {
      kind: 'faulty',
      faults: made.faults.map(({ file, path, message }) => ({ where: `${file} ${path}`.trim(), message })),
    };
  const live = workshop.live();
  const now = clock();
  const questions = await log.questions(scope, now - TEXT_MS, 'all');
  const [before, after] = [
    { compiled: live.compiled, model: await live.model() },
    { compiled: made.prepared.compiled, model: await made.prepared.model() },
  ];
  const compared = await compare(
    {
      before,
      after,
      questions: inTheirTalk(questions),
      evaluation: await evaluation.every(),
      now,
    },
    (done) => say(PREPARING + (1 - PREPARING) * done),
  );
  return { kind: 'compared', comparison: comparisonOf(compared, questions) };
}

/** Each question with the topic of the one before it in its conversation. */
function inTheirTalk(questions: readonly LoggedQuestion[]) {
  const topics = new Map<string, string>();
  return questions.map(({ conversation, text, topic, unit }) => {
    const before = topics.get(conversation) ?? null;
    if (topic !== null) topics.set(conversation, topic);
    return { text, topic: before, unit };
  });
}
