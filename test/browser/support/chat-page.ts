import type { Locator, Page } from 'playwright-core';

/** The chat page as a person sees it: what can be read, typed and tapped. */
export interface ChatPage {
  readonly page: Page;
  readonly input: Locator;
  /** Writes and presses Enter. */
  say(text: string): Promise<void>;
  tap(title: string): Promise<void>;
  /** Waits until this can be read in the conversation. */
  sees(text: string | RegExp): Promise<void>;
  /** Her own messages, top to bottom. */
  mine(): Promise<string[]>;
  /** All messages, top to bottom, without the words for screen readers. */
  all(): Promise<string[]>;
  offers(): Promise<string[]>;
  evaluate<T>(script: string): Promise<T>;
}

export function chatPage(page: Page): ChatPage {
  const input = page.getByRole('textbox');
  return {
    page,
    input,
    say: async (text) => {
      await input.fill(text);
      await input.press('Enter');
    },
    tap: async (title) => page.getByRole('button', { name: title, exact: true }).last().click(),
    sees: async (text) => page.locator('.messages').getByText(text).last().waitFor({ timeout: 30_000 }),
    mine: async () => page.locator('.mine .said').allTextContents(),
    all: async () => page.locator('.said, .prose, .step h2').allTextContents(),
    offers: async () => page.locator('.offers button').allTextContents(),
    // As text: the pages of the browser are not what this program is compiled for.
    evaluate: async <T>(script: string) => (await page.evaluate(script)) as T,
  };
}
