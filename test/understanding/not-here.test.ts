import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readNational } from '#understanding/national/line.ts';
import { answerQuestion } from '../../src/commands/ask/answer.ts';
import { loadBrain } from '../../src/commands/support/brain.ts';

const list = readNational(
  readFileSync(new URL('../../data/national/list.jsonl', import.meta.url), 'utf8'),
).lines;
/** Read from the names themselves, not from the table that is on trial. */
const communes =
  /cấp xã|công an (?:xã|phường)|(?:ủy|uỷ) ban nhân dân (?:xã|phường)|ubnd (?:xã|phường)|xã, phường/iu;
const noon = Date.parse('2026-11-23T05:00:00Z');

it('nobody who names what a commune does is sent elsewhere', async () => {
  const bot = await loadBrain();
  const done = list.filter(({ executing, authority }) =>
    communes.test(`${executing ?? ''} ${authority ?? ''}`),
  );
  expect(done.length).toBeGreaterThan(250);
  const sent = done.filter(({ name }) => {
    const question = { id: null, text: name, topic: null, unit: null, date: null, expects: null };
    const { outcome, reply } = answerQuestion(bot, question, noon);
    return outcome === 'redirect' || reply.some((text) => text.includes('không làm ở phường'));
  });
  expect(sent.map(({ code, name }) => `${code} ${name}`)).toEqual([]);
});
