import { createInterface } from 'node:readline/promises';
import { renderLines } from '#replies/render-text.ts';
import { decideTurn } from '#turns/decide.ts';
import type { Conversation, Event } from '#turns/ports.ts';
import { loadBrain } from './support/brain.ts';

/** `npm run chat [-- 25333]`: the same bot in the terminal; choices are numbered. Nothing is stored. Ends with Ctrl-D. */
const bot = await loadBrain();
const unit = process.argv[2] ?? null;
let conversation: Conversation = {
  id: 'chat',
  account: {
    channel: 'terminal',
    id: 'chat',
    homeUnit: unit !== null && bot.release.units.has(unit) ? unit : null,
  },
  lang: 'vi',
  owner: 'bot',
  expects: null,
  state: null,
  lastInAt: null,
  createdAt: Date.now(),
};

const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n› ' });
tell({ kind: 'start' });
terminal.prompt();
for await (const line of terminal) {
  tell({ kind: 'text', ...bot.mask(line) });
  terminal.prompt();
}

function tell(event: Event): void {
  const now = Date.now();
  const message = { inboxId: 'chat', event, secret: null, receivedAt: now, activityId: null, attempts: 0 };
  const { replies, state, expects } = decideTurn(bot, { conversation, message }, bot.release, now);
  conversation = { ...conversation, state, expects, lastInAt: now };
  for (const reply of replies) console.log(`\n${renderLines(reply).join('\n')}`);
}
