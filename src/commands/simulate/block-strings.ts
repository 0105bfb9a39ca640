import type { Block, Reply } from '#replies/reply.ts';

/** Every string of a reply that a resident reads, buttons included. */
export function blockStrings(reply: Reply): readonly string[] {
  return [...reply.blocks.flatMap(ofBlock), ...reply.choices.map((choice) => choice.title)];
}

type Readers = { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => readonly string[] };

const given = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text) => text !== undefined);

const readers: Readers = {
  text: ({ text }) => [text],
  step: ({ procedureName, title, todo, screen, notes, outline }) => [
    ...given(procedureName, title, todo, screen),
    ...notes,
    ...outline.map((entry) => entry.title),
  ],
  checklist: ({ title, items }) => [title, ...items.flatMap((item) => given(item.text, item.note))],
  facts: ({ items }) => items.flatMap(({ label, value }) => [label, value]),
  sources: ({ items }) => items.map(({ title }) => title),
  contact: ({ name, phone, detail }) => given(name, phone, detail),
  answers: ({ items }) => items.flatMap(({ ask, label }) => [ask, label]),
};

function ofBlock<K extends Block['kind']>(block: Extract<Block, { kind: K }>): readonly string[] {
  const read: (block: Extract<Block, { kind: K }>) => readonly string[] = readers[block.kind];
  return read(block);
}
