import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { answerFault, answerQuestion } from './ask/answer.ts';
import { readQuestion } from './ask/question.ts';
import { loadBrain } from './support/brain.ts';

/**
 * `npm run --silent ask < questions.jsonl`: JSON lines in, JSON lines out, one for one and in order.
 * See docs/guides/developer.md for the fields.
 */
const bot = await loadBrain();
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const read = readQuestion(line);
  const answer =
    'question' in read ? answerQuestion(bot, read.question, Date.now()) : answerFault(read.id, read.why);
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
}
