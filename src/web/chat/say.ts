import type { Block } from '#replies/reply.ts';
import type { BotMessage } from './messages.ts';
import { words } from './words.vi.ts';

/** A message as a screen reader says it once, when it arrives: what matters, then what can be chosen. */
export function say(message: BotMessage): string {
  const parts = message.blocks.map(sayBlock);
  if (message.offers.length > 0) {
    parts.push(`${words.choices.label}: ${message.offers.map(({ title }) => title).join(', ')}`);
  }
  return parts.filter((part) => part !== '').join('. ');
}

function sayBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'step': {
      const screen = block.screen === undefined ? [] : [withHeading(block.screen)];
      const head = `${words.step.number(block.number, block.total)}: ${block.title}`;
      return [head, block.todo, ...screen, ...block.notes].join('. ');
    }
    case 'checklist':
      return [block.title, ...block.items.map(sayPaper)].join('. ');
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${value}`).join('. ');
    case 'sources':
      return block.weak ? words.sources.weak : '';
    case 'contact':
      return [block.name, block.phone, block.detail].filter((part) => part !== undefined).join(', ');
    case 'answers':
      return block.items.map(({ ask, label }) => `${ask} ${label}`).join('. ');
    default:
      return missing(block);
  }
}

const missing = (kind: never): string => kind;

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
