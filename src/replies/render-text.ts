import type { Block, Choice, Reply } from './reply.ts';

type Lang = NonNullable<Reply['lang']>;
type Renderers = {
  readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, lang: Lang) => string;
};

const marks = { needed: '•', depends: '?', 'ask-staff': '?', 'not-needed': '✓' } as const;

/** Labels that a block does not bring along; everything else on a block is already words for people. */
const labels = { vi: { step: 'Bước', source: 'Nguồn' }, en: { step: 'Bước', source: 'Source' } } as const;

const renderers: Renderers = {
  text: ({ text }) => text,
  step: (step, lang) =>
    [
      step.heading ?? `${labels[lang].step} ${step.number}/${step.total}: ${step.title}`,
      step.todo,
      step.screen,
      ...step.notes.map((note) => `• ${note}`),
    ]
      .filter(Boolean)
      .join('\n'),
  checklist: ({ title, items }) =>
    [
      `${title}:`,
      ...items.map(
        ({ state, text, note }) => `${marks[state]} ${text}${note === undefined ? '' : `. ${note}`}`,
      ),
    ].join('\n'),
  facts: ({ items }) => items.map(({ label, value }) => `${label}: ${value}`).join('\n'),
  sources: ({ items, asOf }, lang) =>
    [
      asOf,
      ...(items.length === 0
        ? []
        : [`${labels[lang].source}: ${items.map(({ title }) => title).join('; ')}`]),
    ].join(' '),
  contact: ({ name, phone, detail }) =>
    `☎ ${[phone === undefined ? name : `${name}: ${phone}`, detail].filter(Boolean).join('. ')}`,
  answers: ({ items }) => items.map(({ ask, label }) => `${ask} → ${label}`).join('\n'),
};

/** A reply as plain text, for channels without cards and for `ask`. Choices are apart (`renderLines`). */
export function renderText(reply: Reply): string {
  return reply.blocks.map((block) => blockText(block, reply.lang)).join('\n\n');
}

/** A reply as lines for a terminal or a channel without buttons: text, then numbered choices. */
export function renderLines(reply: Reply): string[] {
  return [...renderText(reply).split('\n'), ...choiceLines(reply.choices)];
}

export const choiceLines = (choices: readonly Choice[]): string[] =>
  choices.map(({ title }, index) => `${index + 1}. ${title}`);

export function blockText(block: Block, lang: Lang = 'vi'): string {
  // The table has a row for every kind; the switch only tells the compiler which.
  switch (block.kind) {
    case 'text':
      return renderers.text(block, lang);
    case 'step':
      return renderers.step(block, lang);
    case 'checklist':
      return renderers.checklist(block, lang);
    case 'facts':
      return renderers.facts(block, lang);
    case 'sources':
      return renderers.sources(block, lang);
    case 'contact':
      return renderers.contact(block, lang);
    case 'answers':
      return renderers.answers(block, lang);
    default:
      return block satisfies never;
  }
}
