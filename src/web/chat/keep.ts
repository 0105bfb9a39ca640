import type { Message } from './messages.ts';
import { linesOf } from './say.ts';
import { words } from './words.ts';

/** The whole conversation as plain text, to be kept. */
export function asText(messages: readonly Message[], today: Date): string {
  const parts = messages.map((message) => {
    if (message.kind === 'note') return `(${message.text})`;
    if (message.kind === 'mine') return `${words.transcript.me}: ${message.text}`;
    const lines = message.blocks.flatMap((block) => {
      if (block.kind !== 'sources') return linesOf(block);
      return [
        ...linesOf(block),
        ...block.items.map(
          ({ title, url }) => `${words.sources.summary}: ${[title, url].filter(Boolean).join(' ')}`,
        ),
        block.asOf,
      ];
    });
    return `${words.transcript.bot}: ${lines.join('\n')}`;
  });
  const head = `${words.header.name}, ${today.toLocaleDateString('vi-VN')}`;
  return `${[head, words.keep.note, ...parts].join('\n\n')}\n`;
}

/** false: the browser does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function saveText(text: string, name: string): void {
  // The mark at the front: Windows' editor shows Vietnamese wrongly without it.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
