import type { Block, Reply } from '#replies/reply.ts';

/** Every string of a reply that a resident reads, buttons included. */
export function blockStrings(reply: Reply): readonly string[] {
  return [...reply.blocks.flatMap(ofBlock), ...reply.choices.map((choice) => choice.title)];
}

function ofBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'step':
      return [
        block.procedureName,
        block.title,
        block.todo,
        ...(block.screen === undefined ? [] : [block.screen]),
        ...block.notes,
        ...block.outline.map((entry) => entry.title),
      ];
    case 'checklist':
      return [
        block.title,
        ...block.items.flatMap((item) => [item.text, ...(item.note === undefined ? [] : [item.note])]),
      ];
    case 'facts':
      return block.items.flatMap((item) => [item.label, item.value]);
    case 'sources':
      return block.items.map((item) => item.title);
    case 'contact':
      return [
        block.name,
        ...(block.phone === undefined ? [] : [block.phone]),
        ...(block.detail === undefined ? [] : [block.detail]),
      ];
    case 'answers':
      return block.items.flatMap((item) => [item.ask, item.label]);
  }
}
