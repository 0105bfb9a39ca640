import type { Memory } from './memory.ts';

/** Text size and theme as she chose them, on the page itself; `auto` follows the device. */
export function showLooks(memory: Memory): void {
  const { dataset } = document.documentElement;
  dataset['size'] = memory.textSize();
  dataset['theme'] = memory.theme();
}
