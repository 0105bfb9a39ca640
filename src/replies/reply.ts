import { z } from 'zod';

/**
 * What the bot says, for any channel: blocks in reading order and the choices she can tap.
 * Knows no channel; every block can also be said as plain text (`render-text.ts`).
 */
export const choiceSchema = z.strictObject({
  /** Sent back when tapped: a compact command such as `step:done`, `q:chung-sinh-dien-tu:co`. ASCII, ≤ 128. */
  id: z.string().min(1).max(128),
  /** On the button. Short: channels cut at 20. */
  title: z.string().min(1),
  style: z.enum(['primary', 'normal', 'quiet']).default('normal'),
});
export type Choice = z.infer<typeof choiceSchema>;

const citationSchema = z.strictObject({
  title: z.string(),
  url: z.string().optional(),
  asOf: z.string().optional(),
});

/** Lock key `procedure/field/id` of the fact that this line tells; `wrong:` before it is the choice that reports it. */
const factKey = z.string().optional();

const givenAnswerSchema = z.strictObject({
  question: z.string(),
  ask: z.string(),
  label: z.string(),
  /** Choice id that asks this question again; without it "sửa lại …" is sent as words. */
  change: z.string().optional(),
});

export const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1) }),
  /** A step card. `text` forms always contain `Bước k/N`. */
  z.strictObject({
    kind: z.literal('step'),
    procedure: z.string(),
    procedureName: z.string(),
    stepId: z.string(),
    number: z.int().min(1),
    total: z.int().min(1),
    /** "Bước k/N: title" in her language; renderers without it say it themselves. */
    heading: z.string().optional(),
    title: z.string(),
    todo: z.string(),
    screen: z.string().optional(),
    screenAsOf: z.string().optional(),
    /** Name of a drawing of that screen: the step's id, with `.vneid` where she files in the app. Clients may have none. */
    picture: z.string().optional(),
    /** A real screenshot in place of that drawing; where it cannot be fetched any more, the drawing stands. */
    shot: z
      .strictObject({
        /** From the root of our own server. */
        url: z.string(),
        alt: z.string(),
        asOf: z.string(),
        width: z.int().min(1),
        height: z.int().min(1),
      })
      .optional(),
    notes: z.array(z.string()),
    /** All steps of her case, for the side list. */
    outline: z.array(
      z.strictObject({
        stepId: z.string(),
        title: z.string(),
        state: z.enum(['done', 'here', 'ahead']),
        /** Choice id that opens a done step again. */
        open: z.string().optional(),
      }),
    ),
    /** What she answered so far, for the side list; not said again at every step. */
    answers: z.array(givenAnswerSchema).optional(),
  }),
  z.strictObject({
    kind: z.literal('checklist'),
    /** Whose papers: ticks of one procedure are none of another. */
    procedure: z.string().optional(),
    title: z.string(),
    items: z.array(
      z.strictObject({
        id: z.string(),
        text: z.string(),
        note: z.string().optional(),
        state: z.enum(['needed', 'not-needed', 'depends', 'ask-staff']),
        key: factKey,
      }),
    ),
  }),
  /** Label and value lines: fee, time, place. */
  z.strictObject({
    kind: z.literal('facts'),
    items: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        value: z.string(),
        weak: z.boolean().default(false),
        key: factKey,
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('sources'),
    items: z.array(citationSchema),
    asOf: z.string(),
    weak: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('contact'),
    name: z.string(),
    phone: z.string().optional(),
    detail: z.string().optional(),
  }),
  /** Her answers, each with a way to change it. */
  z.strictObject({
    kind: z.literal('answers'),
    procedure: z.string().optional(),
    items: z.array(givenAnswerSchema),
  }),
]);
export type Block = z.infer<typeof blockSchema>;

export const replySchema = z.strictObject({
  blocks: z.array(blockSchema).min(1),
  choices: z.array(choiceSchema),
  /** Facts spoken here, as lock keys `procedure/field/id`: lets tests and staff see what a sentence rests on. */
  facts: z.array(z.string()).default([]),
  /** Nothing that was said before it is kept any more: who shows it takes it off the screen. */
  erased: z.boolean().optional(),
  /** In which language it speaks; absent: Vietnamese. */
  lang: z.enum(['vi', 'en']).optional(),
});
export type Reply = z.infer<typeof replySchema>;
