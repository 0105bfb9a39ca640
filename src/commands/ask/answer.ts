import { TIME_ZONE } from '#root/clock.ts';
import { newState, STATE_VERSION } from '#dialogs/state.ts';
import { parseJson, type Json } from '#root/json.ts';
import { renderText } from '#replies/render-text.ts';
import { decideTurn } from '#turns/decide.ts';
import type { Decision, TurnRecord, Work } from '#turns/ports.ts';
import type { Expectation } from '#understanding/types.ts';
import type { Bot } from '../../build/bot.ts';
import type { Question } from './question.ts';

/** One line of output. */
export interface Answer {
  readonly id: string | number | null;
  readonly outcome: string;
  /** A procedure or a general topic; for a trouble the topic that it stands under. */
  readonly topic: string | null;
  /** The trouble that was recognised, without its prefix. */
  readonly trouble: string | null;
  readonly aspect: string | null;
  readonly confidence: number;
  readonly alternatives: readonly string[];
  readonly reply: readonly string[];
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  readonly ms: number;
  /** Why the line held no question. */
  readonly error?: string;
}

/** Answers one question as the bot would, without a conversation before it but its topic. */
export function answerQuestion(bot: Bot, question: Question, today: number): Answer {
  const began = performance.now();
  const answer = answerOf(bot, question, decideQuestion(bot, question, today));
  return { ...answer, ms: Math.round((performance.now() - began) * 10) / 10 };
}

/** What is printed of a turn; without the time that it took. */
export function answerOf(
  bot: Pick<Bot, 'release' | 'topicOf'>,
  { id }: Pick<Question, 'id'>,
  { replies, record }: Pick<Decision, 'replies' | 'record'>,
): Answer {
  const topic = record.topic === null ? null : bot.topicOf(record.topic);
  return {
    id,
    outcome: record.outcome,
    topic,
    trouble: troubleOf(record.topic),
    aspect: aspectOf(record, bot),
    confidence: Math.round(record.p * 1000) / 1000,
    alternatives: [...new Set(record.alternatives.map(bot.topicOf))].filter((other) => other !== topic),
    reply: replies.map(renderText),
    choices: replies.flatMap((reply) =>
      reply.choices.map((choice) => ({ id: choice.id, title: choice.title })),
    ),
    ms: 0,
  };
}

/** The turn that it makes; `text` and `masked` as the bot read it. */
export function decideQuestion(
  bot: Omit<Bot, 'topicOf'>,
  question: Question,
  today: number,
): Decision & ReturnType<Bot['mask']> {
  const masked = bot.mask(question.text);
  const now = question.date === null ? today : noonOf(question.date);
  const work = workOf(question, { kind: 'text', ...masked }, now);
  return { ...decideTurn(bot, work, bot.release, now), ...masked };
}

/** A line that holds no question: answered all the same, so that lines in and lines out stay side by side. */
export function answerFault(id: string | number | null, why: string): Answer {
  return {
    id,
    outcome: 'unclear',
    topic: null,
    trouble: null,
    aspect: null,
    confidence: 0,
    alternatives: [],
    reply: [],
    choices: [],
    ms: 0,
    error: why,
  };
}

const PREFIX = 'trouble:';
const troubleOf = (topic: string | null): string | null =>
  topic?.startsWith(PREFIX) === true ? topic.slice(PREFIX.length) : null;

/** Who only says what she wants done is led to its papers first: that is what she is taken to ask. */
function aspectOf({ aspect, outcome, topic }: TurnRecord, { release }: Pick<Bot, 'release'>): string | null {
  const wanted =
    topic !== null &&
    (release.procedures.has(topic) || release.topics.get(topic)?.outcome === 'answer') &&
    led.has(outcome);
  return aspect ?? (wanted ? 'ho-so' : null);
}

const led: ReadonlySet<string> = new Set(['offer', 'answer', 'clarify', 'unclear']);

function workOf(
  question: Question,
  event: Work['message']['event'],
  now: number,
): Pick<Work, 'conversation' | 'message'> {
  const state: Json = parseJson(JSON.stringify({ ...newState, greeted: true, topic: question.topic }));
  return {
    conversation: {
      id: 'ask',
      account: { channel: 'terminal', id: 'ask', homeUnit: question.unit },
      lang: 'vi',
      owner: 'bot',
      expects: expectationOf(question),
      state: { v: STATE_VERSION, data: state },
      lastInAt: now,
      createdAt: now,
    },
    message: { inboxId: 'ask', event, secret: null, receivedAt: now, activityId: null, attempts: 0 },
  };
}

function expectationOf({ expects }: Question): Expectation | null {
  if (expects === null) return null;
  if (expects === 'unit') return { kind: 'unit' };
  return { kind: 'option', options: expects.map(({ id, title }) => ({ id, label: title, says: [] })) };
}

/** Noon of that day in Việt Nam. */
function noonOf(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: TIME_ZONE, plainTime: '12:00' })
    .epochMilliseconds;
}
