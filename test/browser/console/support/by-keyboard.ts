import type { Locator, Page } from 'playwright-core';

/** An officer without a mouse. */
export interface Keyboard {
  /** Goes on with Tab (or another key) until it has the focus. Throws with the stops on the way when it is not met. */
  readonly reach: (wanted: Locator, key?: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Stops that looked the same with and without the focus: empty when each was to be seen. */
  readonly unseen: () => readonly string[];
  /** How many stops were looked at. */
  readonly stops: () => number;
}

const MOST_STOPS = 120;

export function byKeyboard(page: Page): Keyboard {
  let unseen: readonly string[] = [];
  let stops = 0;
  const step = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    const look = await page.evaluate<{ unseen: readonly string[]; at: string }>(LOOK);
    unseen = look.unseen;
    stops += 1;
    return look.at;
  };
  return {
    async reach(wanted, key = 'Tab') {
      await wanted.waitFor();
      const met: string[] = [];
      for (let count = 0; count < MOST_STOPS; count += 1) {
        met.push(await step(key));
        if (await wanted.evaluate((element) => element.matches(':focus, :has(:focus)'))) return;
      }
      throw new Error(`${String(wanted)} is not reached with ${key}: ${met.join(' | ')}`);
    },
    press: async (key) => void (await step(key)),
    type: async (text) => page.keyboard.type(text),
    unseen: () => unseen,
    stops: () => stops,
  };
}

/**
 * Remembers how the stop and what is around it look with the focus; a stop is seen once it looks otherwise without.
 * Gives the names of the stops that are not seen yet, and of this one. As text: the pages of the browser are not what
 * the tests are compiled for.
 */
const LOOK = `(() => {
  const nameOf = (one) => one.tagName + ' ' +
    (one.getAttribute('aria-label') ?? (one.labels?.[0] ?? one).textContent).slice(0, 60).trim();
  const lookOf = (one) => {
    const { outline, outlineStyle, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
    // An outline that is not drawn has a colour and a width all the same.
    return [outlineStyle === 'none' ? '' : outline, boxShadow, borderColor, backgroundColor].join('/');
  };
  const at = document.activeElement ?? document.body;
  window.stops = (window.stops ?? []).filter((stop) => stop.at !== at && stop.at.isConnected &&
    stop.parts.every(([one, look]) => !one.isConnected || lookOf(one) === look));
  const unseen = window.stops.map((stop) => nameOf(stop.at));
  // The heading of a new page is put in focus to be read out; it is no stop on the way.
  if (at !== document.body && at.tagName !== 'H1') {
    const parts = [at, at.nextElementSibling];
    for (let one = at.parentElement; one !== null && parts.length < 5; one = one.parentElement) parts.push(one);
    window.stops.push({ at, parts: parts.filter((one) => one !== null).map((one) => [one, lookOf(one)]) });
  }
  return { unseen, at: nameOf(at) };
})()`;
