import { createDialogs } from '#dialogs/dialogs.ts';
import type { Try } from '#insight/ports.ts';
import { mask } from '#privacy/mask.ts';
import { decideQuestion } from '../commands/ask/answer.ts';

/** Asks a release as a resident would, and shows how it came to its answer. */
export const tryBot: Try = ({ release, understand }, { text: typed, topic, unit, now }) => {
  const bot = { release, understand, dialogs: createDialogs(), mask: (words: string) => mask(words) };
  const question = { id: null, text: typed, topic, unit, date: null, expects: null };
  const { text, masked, record, replies } = decideQuestion(bot, question, now);
  return { text, masked, record, replies, understanding: understand(text, { topic, expects: null, unit }) };
};
