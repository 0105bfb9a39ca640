import { z } from 'zod';

/** What the report's routes give; the console imports it. Days are `YYYY-MM-DD` in Việt Nam. */

const periodSchema = z.strictObject({ from: z.string(), to: z.string() });
/** This period, and the one before. */
const comparedSchema = z.strictObject({ now: z.int(), before: z.int() });
export type Compared = z.infer<typeof comparedSchema>;

export const totalNames = [
  'questions',
  'answered',
  'clarified',
  'unclear',
  'handover',
  'helped',
  'notHelped',
  'wrong',
  'begun',
  'finished',
  'stuck',
  'screenDiffers',
] as const;
export type TotalName = (typeof totalNames)[number];

const namedSchema = z.strictObject({ id: z.string(), name: z.string() });

export const stepSchema = z.strictObject({
  procedure: namedSchema,
  step: namedSchema,
  /** Times that residents came to it. */
  entered: z.int(),
  /** Came and, in this period, went nowhere from it. */
  stopped: z.int(),
  stuck: z.int(),
  confused: z.int(),
  simpler: z.int(),
  differs: z.int(),
  same: z.int(),
  handover: z.int(),
  troubles: z.int(),
});
export type StepFigures = z.infer<typeof stepSchema>;

export const reportSchema = z.strictObject({
  period: periodSchema,
  before: periodSchema,
  totals: z.record(z.enum(totalNames), comparedSchema),
  byDay: z.array(
    z.strictObject({
      day: z.string(),
      questions: z.int(),
      helped: z.int(),
      notHelped: z.int(),
      begun: z.int(),
      finished: z.int(),
    }),
  ),
  outcomes: z.array(z.strictObject({ outcome: z.string(), count: comparedSchema })),
  topics: z.array(
    z.strictObject({
      topic: namedSchema,
      count: comparedSchema,
      /** Asked back or not understood. */
      doubtful: z.int(),
      helped: z.int(),
      notHelped: z.int(),
    }),
  ),
  aspects: z.array(z.strictObject({ aspect: z.string(), count: comparedSchema })),
  channels: z.array(z.strictObject({ channel: z.string(), count: comparedSchema })),
  units: z.array(z.strictObject({ unit: z.string(), count: comparedSchema })),
  /** Of questions: 24, from midnight in Việt Nam. */
  hours: z.array(z.int()),
  walks: z.array(
    z.strictObject({
      procedure: namedSchema,
      begun: comparedSchema,
      finished: comparedSchema,
      /** Stand at their papers. */
      atPapers: z.int(),
      stopped: z.int(),
    }),
  ),
  steps: z.array(stepSchema),
  troubles: z.array(
    z.strictObject({
      trouble: namedSchema,
      told: z.int(),
      solved: z.int(),
      stays: z.int(),
      other: z.int(),
      /** Told, and nothing came after it. */
      stopped: z.int(),
    }),
  ),
  reasons: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
});
export type Report = z.infer<typeof reportSchema>;

export const monthSchema = z.strictObject({
  report: reportSchema,
  /** The ten steps that confuse most, worst first. */
  worst: z.array(
    z.strictObject({
      ...stepSchema.shape,
      /** Of all signs of confusion there; what they are ordered by. */
      signs: z.int(),
      before: z.int(),
      /** Only what three people or more wrote alike; none where the month's wordings are deleted by now. */
      wordings: z.array(z.strictObject({ text: z.string(), count: z.int() })),
      /** What was published about it since the month began. */
      changed: z.array(z.strictObject({ title: z.string(), note: z.string(), day: z.string() })),
    }),
  ),
  changes: z.array(z.strictObject({ title: z.string(), note: z.string(), day: z.string() })),
});
export type Month = z.infer<typeof monthSchema>;
