import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  comparedFigures,
  type Answered,
  type Confusion,
  type Evaluated,
  type EvaluationQuestion,
} from '#insight/ports.ts';
import { isAspect, isOutcome } from '#knowledge/schema/ids.ts';
import type { Answer } from '../../commands/ask/answer.ts';
import { figuresOf, wrongInside, type Figures } from '../../commands/evaluate/figures.ts';
import { judge, type Judged } from '../../commands/evaluate/judge.ts';
import { readMarks, shortfalls } from '../../commands/evaluate/marks.ts';
import { slicesOf } from '../../commands/evaluate/roughen.ts';
import { noLabels, readRows, type Row } from '../../commands/evaluate/rows.ts';
import type { Bot } from '../bot.ts';

/** The evaluation, asked of one release. */
export interface SideTask {
  readonly evaluation: readonly EvaluationQuestion[];
  /** Some slices as hurried thumbs send them, beside what was written by hand. */
  readonly rough: boolean;
  readonly now: number;
}

export interface SideRow {
  readonly text: string;
  readonly right: string;
  readonly slice: string;
  /** 0 worst: acted on a wrong one; 1 did nothing wrong; 2 asked with the right one; 3 right. */
  readonly good: number;
  readonly key: string;
}

export interface Side extends Evaluated {
  readonly rows: readonly SideRow[];
  /** The whole answers at these places. */
  readonly answers: (places: readonly number[]) => readonly Answered[];
}

const folder = join(import.meta.dirname, '../../../data/evaluation');
const ROUGH = new Set(['no diacritics', 'one typo']);
/** A step of work between two words of how far it is. */
const STEP = 100;

/** Asks one release the evaluation. Seconds of work: for a worker. */
export function runSide(bot: Bot, { evaluation, rough, now }: SideTask, say: (done: number) => void): Side {
  const byHand = readEvaluation();
  const own = evaluation.map((question) => rowOf(question, bot.topicOf));
  const clean = byHand.filter(({ slice }) => slice === 'clean');
  const rows = [...byHand, ...own, ...(rough ? slicesOf(clean, ROUGH) : [])];
  const judged: Judged[] = [];
  for (let i = 0; i < rows.length; i += STEP) {
    say(i / rows.length);
    judged.push(...judge(bot, rows.slice(i, i + STEP), noLabels, now));
  }

  const figures = figuresBySlice(judged, byHand.length);
  return {
    rows: judged.map((one) => ({
      text: one.row.text,
      right: one.row.topic,
      slice: one.row.slice,
      good: goodnessOf(one),
      key: keyOf(answeredOf(one.got)),
    })),
    slices: [...figures].map(([slice, { rows: count, of }]) => ({
      slice,
      rows: count,
      figures: comparedFigures.map((figure) => [figure, of.get(figure) ?? { hits: 0, of: 0 }] as const),
    })),
    missed: shortfalls(
      new Map([...figures].map(([slice, { of }]) => [slice, of])),
      readMarks(join(folder, 'marks.yaml')),
    ),
    confusions: confusionsIn(judged.slice(0, byHand.length + own.length)),
    answers: (places) => places.flatMap((place) => judged[place] ?? []).map(({ got }) => answeredOf(got)),
  };
}

function readEvaluation(): Row[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readRows(join(folder, file)));
}

/** What a ward added is about something that the bot should know. */
const rowOf = ({ id, text, topic, aspect }: EvaluationQuestion, topicOf: (topic: string) => string): Row => ({
  id,
  text,
  topic: topicOf(topic),
  aspect,
  in_scope: true,
  slice: 'ward',
});

function figuresBySlice(
  judged: readonly Judged[],
  byHand: number,
): ReadonlyMap<string, { readonly rows: number; readonly of: Figures }> {
  const slices = Map.groupBy(judged, ({ row }) => row.slice);
  slices.set('all', judged.slice(0, byHand));
  return new Map(
    [...slices].map(([slice, some]) => [slice, { rows: some.length, of: figuresOf(some) }] as const),
  );
}

const CONFUSIONS = 60;
const TEXTS = 3;

function confusionsIn(judged: readonly Judged[]): Confusion[] {
  const wrong = judged.filter(wrongInside);
  return [...Map.groupBy(wrong, ({ row, got }) => `${row.topic}|${got.topic ?? ''}`).values()]
    .flatMap((some) => {
      const [first] = some;
      if (first === undefined) return [];
      const texts = some.slice(0, TEXTS).map(({ row }) => row.text);
      return [{ right: first.row.topic, got: first.got.topic, count: some.length, texts }];
    })
    .sort((a, b) => b.count - a.count || (a.right < b.right ? -1 : 1))
    .slice(0, CONFUSIONS);
}

function goodnessOf({ at, met, onButton, row }: Judged): number {
  if (met === 'acts') return at === 0 ? 3 : row.in_scope ? 0 : 1;
  return onButton ? 2 : 1;
}

/** Of an answer what is compared and shown. */
export function answeredOf({ outcome, topic, trouble, aspect, confidence, reply }: Answer): Answered {
  return {
    outcome: isOutcome(outcome) ? outcome : 'unclear',
    topic: trouble === null ? topic : `trouble:${trouble}`,
    aspect: aspect !== null && isAspect(aspect) ? aspect : null,
    p: confidence,
    reply: reply.join('\n\n'),
  };
}

const keyOf = ({ outcome, topic, aspect, reply }: Answered): string =>
  createHash('sha1')
    .update(`${outcome}\n${topic ?? ''}\n${aspect ?? ''}\n${reply}`)
    .digest('base64url');

export const isSame = (a: Answered, b: Answered): boolean =>
  a.outcome === b.outcome && a.topic === b.topic && a.aspect === b.aspect && a.reply === b.reply;
