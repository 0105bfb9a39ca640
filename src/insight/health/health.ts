import { z } from 'zod';
import type { Clock } from '#root/clock.ts';
import { jsonSchema } from '#root/json.ts';
import type { Workshop } from '#publishing/ports.ts';
import type { Finding } from '#understanding/lintPhrases.ts';
import type { Evaluate, EvaluationSet } from '../ports.ts';
import type { Runs, RunStatus } from '../repository/runs.ts';
import { steady } from '../compare/steady.ts';
import type { LintTask } from './lint-worker.ts';

const shareSchema = z.strictObject({ hits: z.int(), of: z.int() });

/** What staff should look at in the understanding. Topics by id; worst first. */
export const healthSchema = z.strictObject({
  /** Hash of the release that was looked at. */
  release: z.string(),
  topics: z.int(),
  phrases: z.int(),
  same: z.array(z.strictObject({ phrase: z.string(), topics: z.array(z.string()) })),
  overlaps: z.array(
    z.strictObject({ topics: z.array(z.string()), phrases: z.array(z.string()), share: z.number() }),
  ),
  few: z.array(z.strictObject({ topic: z.string(), phrases: z.int() })),
  misread: z.array(z.strictObject({ phrase: z.string(), topic: z.string(), got: z.string() })),
  confusions: z.array(
    z.strictObject({
      right: z.string(),
      got: z.string().nullable(),
      count: z.int(),
      texts: z.array(z.string()),
    }),
  ),
  slices: z.array(
    z.strictObject({ slice: z.string(), rows: z.int(), right: shareSchema, wrong: shareSchema }),
  ),
});
export type Health = z.infer<typeof healthSchema>;

export interface HealthRun {
  readonly status: RunStatus;
  readonly done: number;
  readonly at: number;
  readonly health: Health | null;
}

export interface HealthParts {
  readonly runs: Runs;
  readonly workshop: Workshop;
  readonly evaluation: EvaluationSet;
  readonly evaluate: Evaluate;
  readonly lint: (task: LintTask) => Promise<readonly Finding[]>;
  readonly clock: Clock;
  readonly warn: (error: unknown) => void;
}

/** The understanding is one for all units: so is the look at it. */
export interface HealthRoom {
  readonly newest: () => Promise<HealthRun | null>;
  /** Looks again, unless that is being done. */
  readonly look: () => Promise<void>;
  readonly settled: () => Promise<void>;
}

const MOST = { overlaps: 80, misread: 150, same: 200 } as const;
/** Of the whole: reading the phrases; the evaluation is the rest. */
const LINTING = 0.5;

export function createHealthRoom(parts: HealthParts): HealthRoom {
  const { runs, clock } = parts;
  let last: Promise<void> = Promise.resolve();
  const newest = async (): Promise<HealthRun | null> => {
    const run = await runs.newest('base', 'health', clock());
    if (run === null) return null;
    const health = healthSchema.safeParse(run.result);
    return {
      status: run.status,
      done: run.done,
      at: run.createdAt,
      health: health.success ? health.data : null,
    };
  };
  return {
    newest,
    async look() {
      if ((await newest())?.status === 'running') return;
      const id = await runs.begin('base', 'health', clock());
      last = steady(parts, id, async (say) => jsonSchema.parse(await lookAt(parts, say)));
    },
    settled: () => last,
  };
}

async function lookAt(
  { workshop, evaluation, evaluate, lint, clock }: HealthParts,
  say: (done: number) => void,
): Promise<Health> {
  const live = workshop.live();
  const { compiled } = live;
  const model = await live.model();
  const findings = await lint({ compiled, lexicon: model.lexicon });
  say(LINTING);
  const { slices, confusions } = await evaluate(
    { parts: { compiled, model }, evaluation: await evaluation.every(), now: clock() },
    (done) => say(LINTING + (1 - LINTING) * done),
  );
  const counts = countsOf(live.release);
  return {
    release: compiled.hash,
    topics: counts.length,
    phrases: counts.reduce((sum, count) => sum + count, 0),
    ...sorted(findings),
    confusions: confusions.map(({ right, got, count, texts }) => ({ right, got, count, texts: [...texts] })),
    slices: slices.map(({ slice, rows, figures }) => {
      const of = new Map(figures);
      const none = { hits: 0, of: 0 };
      return { slice, rows, right: of.get('top1') ?? none, wrong: of.get('confident-wrong') ?? none };
    }),
  };
}

function countsOf({
  procedures,
  troubles,
  topics,
}: ReturnType<Workshop['live']>['release']): readonly number[] {
  const entries = [...procedures.values(), ...troubles.values(), ...topics.values()];
  return entries.map(({ phrases }) => phrases.length);
}

function sorted(findings: readonly Finding[]): Pick<Health, 'same' | 'overlaps' | 'few' | 'misread'> {
  const of = <Kind extends Finding['kind']>(kind: Kind) =>
    findings.filter((finding): finding is Extract<Finding, { kind: Kind }> => finding.kind === kind);
  return {
    same: of('same-phrase')
      .slice(0, MOST.same)
      .map(({ phrase, topics }) => ({ phrase, topics: [...topics] })),
    overlaps: of('overlap')
      .slice(0, MOST.overlaps)
      .map(({ topics, phrases, share }) => ({ topics: [...topics], phrases: phrases.slice(0, 5), share })),
    few: of('too-few').map(({ topic, phrases }) => ({ topic, phrases })),
    misread: of('misread')
      .slice(0, MOST.misread)
      .map(({ phrase, topic, got }) => ({ phrase, topic, got })),
  };
}
