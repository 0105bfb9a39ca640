import { z } from 'zod';
import { aspectSchema, outcomeSchema } from '#knowledge/schema/ids.ts';
import type { LoggedQuestion } from '../question.ts';
import { comparedFigures, type Change, type Compared } from '../ports.ts';
import { peopleOf } from '../three-people.ts';

/** What is kept of a comparison: plain JSON, without any wording of a resident. */
const answeredSchema = z.strictObject({
  outcome: outcomeSchema,
  topic: z.string().nullable(),
  aspect: aspectSchema.nullable(),
  p: z.number(),
  reply: z.string(),
});
const shareSchema = z.strictObject({ hits: z.int(), of: z.int() });

const missedSchema = z.strictObject({
  slice: z.string(),
  figure: z.string(),
  must: z.enum(['least', 'most', 'loses']),
  got: z.number(),
  mark: z.number(),
});

const sliceSchema = z.strictObject({
  slice: z.string(),
  rows: z.int(),
  figures: z.array(
    z.strictObject({ figure: z.enum(comparedFigures), before: shareSchema, after: shareSchema }),
  ),
});

const evaluationMoveSchema = z.strictObject({
  text: z.string(),
  right: z.string(),
  slice: z.string(),
  verdict: z.enum(['better', 'worse', 'same']),
  before: answeredSchema,
  after: answeredSchema,
});

export const comparisonSchema = z.strictObject({
  slices: z.array(sliceSchema),
  missed: z.strictObject({ before: z.array(missedSchema), after: z.array(missedSchema) }),
  evaluation: z.strictObject({
    asked: z.int(),
    better: z.int(),
    worse: z.int(),
    same: z.int(),
    /** The worse first, then the better; not all of many. */
    moves: z.array(evaluationMoveSchema),
  }),
  questions: z.strictObject({
    asked: z.int(),
    people: z.int(),
    changed: z.int(),
    /** Same before and same after, most asked first. */
    groups: z.array(
      z.strictObject({
        before: answeredSchema,
        after: answeredSchema,
        count: z.int(),
        people: z.int(),
        /** Some of them, of different people first: their wording is read from the log as long as it stands there. */
        turns: z.array(z.string()),
      }),
    ),
    /** Groups beyond those told. */
    more: z.int(),
  }),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const MOVES = 150;
const GROUPS = 100;
const TURNS = 40;

/** Puts together what moved the same way. Pure and deterministic. */
export function comparisonOf(compared: Compared, questions: readonly LoggedQuestion[]): Comparison {
  const { evaluation } = compared;
  const count = (verdict: string): number => evaluation.filter((move) => move.verdict === verdict).length;
  const groups = groupsOf(compared, questions);
  return {
    slices: compared.slices.map(({ slice, rows, figures }) => ({ slice, rows, figures: [...figures] })),
    missed: { before: [...compared.missed.before], after: [...compared.missed.after] },
    evaluation: {
      asked: compared.asked,
      better: count('better'),
      worse: count('worse'),
      same: count('same'),
      moves: evaluation.toSorted((a, b) => RANK[a.verdict] - RANK[b.verdict]).slice(0, MOVES),
    },
    questions: {
      asked: questions.length,
      people: peopleOf(questions),
      changed: compared.questions.length,
      groups: groups.slice(0, GROUPS),
      more: Math.max(0, groups.length - GROUPS),
    },
  };
}

const RANK = { worse: 0, better: 1, same: 2 } as const;

type Group = Comparison['questions']['groups'][number];

function groupsOf({ questions: moved }: Compared, questions: readonly LoggedQuestion[]): Group[] {
  const pairs = moved.flatMap((change) => {
    const question = questions[change.place];
    return question === undefined ? [] : [{ question, change }];
  });
  return [...Map.groupBy(pairs, ({ change }) => wayOf(change)).values()]
    .map((members): Group => {
      const asked = members.map(({ question }) => question);
      const { before, after } = mostHeard(members.map(({ change }) => change));
      const turns = [...firstOfEach(asked), ...asked].map(({ turn }) => turn);
      return {
        before,
        after,
        count: members.length,
        people: peopleOf(asked),
        turns: [...new Set(turns)].slice(0, TURNS),
      };
    })
    .sort((a, b) => b.count - a.count || (wayOf(a) < wayOf(b) ? -1 : 1));
}

const wayOf = ({ before, after }: Change): string =>
  [before, after].map(({ outcome, topic, aspect }) => `${outcome}|${topic ?? ''}|${aspect ?? ''}`).join('>');

/** Units and aspects told along make several texts of one way: the one that most got stands for it. */
function mostHeard(changes: readonly Change[]): Change {
  const alike = Map.groupBy(changes, ({ before, after }) => `${before.reply}\n>\n${after.reply}`);
  const [most] = [...alike.entries()].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const [{ before, after } = missing()] = most?.[1] ?? changes;
  return { before, after };
}

function missing(): never {
  throw new RangeError('a group has members');
}

const firstOfEach = (asked: readonly LoggedQuestion[]): readonly LoggedQuestion[] => [
  ...new Map(asked.map((question) => [question.person, question])).values(),
];
