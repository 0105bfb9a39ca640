import type { Bot } from '../../build/bot.ts';
import { answerQuestion, type Answer } from '../ask/answer.ts';
import { rightFor, type Labels, type Row } from './rows.ts';

/** What the bot did with one labelled message. */
export interface Judged {
  readonly row: Row;
  readonly got: Answer;
  /** Place of the right topic: 0 the one it acted on, 1 and more its alternatives; -1: not among them. */
  readonly at: number;
  readonly met: Met;
  /** The right topic stands on a button. */
  readonly onButton: boolean;
}

/** `acts`: gave facts, an offer, or another body's name; `asks` with buttons; `helps`: all that harms nobody. */
export type Met = 'acts' | 'asks' | 'helps';

const ACTS = new Set(['answer', 'offer', 'redirect']);

/** Asks the bot each message as a resident would, through the dialogs, and compares. */
export function judge(bot: Bot, rows: readonly Row[], labels: Labels, now: number): Judged[] {
  return rows.map((row): Judged => {
    const right = rightFor(row.topic, labels);
    const got = answerQuestion(
      bot,
      { id: row.id, text: row.text, topic: row.context ?? null, unit: null, date: null, expects: null },
      now,
    );
    const found = [got.topic ?? '', ...got.alternatives];
    return {
      row,
      got,
      at: found.findIndex((topic) => right.has(topic)),
      met: ACTS.has(got.outcome) ? 'acts' : got.outcome === 'clarify' ? 'asks' : 'helps',
      onButton: got.choices.some(({ id }) => {
        const [verb, topic = ''] = id.split(':');
        const named = verb === 'topic' && topic === 'trouble' ? id.slice('topic:'.length) : topic;
        return (verb === 'topic' || verb === 'aspect') && right.has(bot.topicOf(named));
      }),
    };
  });
}
