import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ChatPage } from './chat-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Found {
  readonly axe: readonly string[];
  readonly sideways: number;
}

export const clean: Found = { axe: [], sideways: 0 };

/** What axe finds, and how far the page would scroll sideways. */
export async function faultsIn(chat: Pick<ChatPage, 'evaluate'>): Promise<Found> {
  // Half under the input by scrolling is no fault of a button; what cannot be scrolled free would be.
  await chat.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  // Through the debugger: the page's own policy lets no foreign script in.
  await chat.evaluate(axe);
  const found = await chat.evaluate<string[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? ''))))`,
  );
  const sideways = await chat.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return { axe: found, sideways };
}
