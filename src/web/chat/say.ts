import type { Block } from '#replies/reply.ts';
import type { BotMessage } from './messages.ts';
import { words } from './words.ts';

/** A message as a screen reader says it once, when it arrives: what matters, then what can be chosen. */
export function say(message: BotMessage): string {
  const parts = message.blocks.map((block) => inSentences(linesOf(block)));
  if (message.offers.length > 0) {
    parts.push(`${words.choices.label}: ${message.offers.map(({ title }) => title).join(', ')}`);
  }
  return inSentences(parts.filter((part) => part !== ''));
}

/** A full stop where a line brings none: a voice pauses there. */
const inSentences = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/([^.!?:;,\s])\s*\n/g, '$1. ')
    .replace(/\s*\n\s*/g, ' ');

/** A block in lines of plain text. */
export function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'step': {
      const screen = block.screen === undefined ? [] : [withHeading(block.screen)];
      const head = `${words.step.number(block.number, block.total)}: ${block.title}`;
      return [head, block.todo, ...screen, ...block.notes];
    }
    case 'checklist':
      return [block.title, ...block.items.map(sayPaper)];
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${value}`);
    case 'sources':
      return block.weak ? [words.sources.weak] : [];
    case 'contact':
      return [[block.name, block.phone, block.detail].filter((part) => part !== undefined).join(', ')];
    case 'answers':
      return block.items.map(({ ask, label }) => `${ask} ${label}`);
    default:
      return missing(block);
  }
}

const missing = (kind: never): readonly string[] => kind;

const withHeading = (screen: string) =>
  screen.startsWith(words.step.screen) ? screen : `${words.step.screen}: ${screen}`;

function sayPaper(item: Extract<Block, { kind: 'checklist' }>['items'][number]): string {
  const state = {
    needed: '',
    'not-needed': words.checklist.notNeeded,
    depends: words.checklist.depends,
    'ask-staff': words.checklist.askStaff,
  }[item.state];
  return [item.text, state, item.note ?? ''].filter((part) => part !== '').join(', ');
}
