import { isFlag, isNumber, isText, shape } from '../shared/guard.ts';
import type { Outgoing, Session } from '../shared/direct-line/api.ts';
import type { Keeper } from '../shared/direct-line/keeper.ts';

/**
 * What this device keeps, per unit: the place in the conversation, unsent messages, draft, ticks; and for the
 * whole site how she likes it: text size, light or dark, reading aloud. Where the browser allows no storage it lives as long as the page.
 */
export interface Memory extends Keeper {
  draft(): string;
  keepDraft(text: string): void;
  ticks(): ReadonlySet<string>;
  keepTick(id: string, on: boolean): void;
  /** Calls back when a tick changed, here or in another tab; the answer ends that. */
  watchTicks(listener: () => void): () => void;
  textSize(): TextSize;
  keepTextSize(size: TextSize): void;
  theme(): Theme;
  keepTheme(theme: Theme): void;
  /** What was spoken here last; null: nothing yet. */
  lang(): 'vi' | 'en' | null;
  keepLang(lang: 'vi' | 'en'): void;
  /** Whether each new answer is read aloud by itself. */
  readAloud(): boolean;
  keepReadAloud(on: boolean): void;
  /** Forgets draft and ticks; the place in the conversation stays. */
  forgetCase(): void;
  /** Forgets everything of this unit's conversation. */
  forget(): void;
  /** Calls back when another tab changed the session. */
  onSessionChange(listener: () => void): void;
}

export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const languages = ['vi', 'en'] as const;

const site = 'nop-ho-so';

/** So long the next tab waits for what this one stored. */
const seenByOthersMs = 250;

export function openMemory(unit: string | null): Memory {
  const store = usableStorage();
  const prefix = `${site}:${unit ?? 'city'}:`;
  const key = (name: string) => prefix + name;
  const unsentPrefix = key('unsent:');

  const tickWatchers = new Set<() => void>();
  const tellTicks = () => {
    for (const watcher of tickWatchers) watcher();
  };
  window.addEventListener('storage', (event) => {
    if (event.key === null || event.key.startsWith(key('tick:'))) tellTicks();
  });

  const forget = () => {
    for (const name of store.keys()) if (name.startsWith(prefix)) store.remove(name);
  };

  return {
    session: () => readJson(store.get(key('session')), isSession),
    keepSession: (session) =>
      session === null ? store.remove(key('session')) : store.set(key('session'), JSON.stringify(session)),
    unsent: () => {
      const messages: Outgoing[] = [];
      for (const name of store.keys()) {
        if (!name.startsWith(unsentPrefix)) continue;
        const message = readJson(store.get(name), isOutgoing);
        if (message !== null) messages.push(message);
      }
      return messages.sort((a, b) => a.at - b.at);
    },
    // One key a message: two tabs that write at once do not overwrite each other.
    keepUnsent: (message) => store.set(unsentPrefix + message.clientId, JSON.stringify(message)),
    dropUnsent: (clientId) => store.remove(unsentPrefix + clientId),
    alone: async (work) => {
      // Only on secure pages; elsewhere two tabs opened in the same moment may get two conversations.
      const locks: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined;
      if (locks === undefined) return work();
      return new Promise((resolve, reject) => {
        void locks.request(key('session'), async () => {
          await work().then(resolve, reject);
          // Tabs are processes of their own, and what one writes the others read a moment later.
          await new Promise((seen) => setTimeout(seen, seenByOthersMs));
        });
      });
    },
    draft: () => store.get(key('draft')) ?? '',
    keepDraft: (text) => (text === '' ? store.remove(key('draft')) : store.set(key('draft'), text)),
    ticks: () => new Set(store.keys().flatMap((name) => name.split(key('tick:'))[1] ?? [])),
    keepTick: (id, on) => {
      if (on) store.set(key(`tick:${id}`), '1');
      else store.remove(key(`tick:${id}`));
      tellTicks();
    },
    watchTicks: (listener) => {
      tickWatchers.add(listener);
      return () => tickWatchers.delete(listener);
    },
    textSize: () => textSizes.find((size) => size === store.get(`${site}:size`)) ?? 'normal',
    keepTextSize: (size) => store.set(`${site}:size`, size),
    theme: () => themes.find((theme) => theme === store.get(`${site}:theme`)) ?? 'auto',
    keepTheme: (theme) => store.set(`${site}:theme`, theme),
    lang: () => languages.find((lang) => lang === store.get(key('lang'))) ?? null,
    keepLang: (lang) => store.set(key('lang'), lang),
    readAloud: () => store.get(`${site}:read`) === '1',
    keepReadAloud: (on) => (on ? store.set(`${site}:read`, '1') : store.remove(`${site}:read`)),
    forgetCase: () => {
      for (const name of store.keys())
        if (name.startsWith(key('tick:')) || name === key('draft')) store.remove(name);
      tellTicks();
    },
    forget,
    onSessionChange: (listener) =>
      window.addEventListener('storage', (event) => {
        if (event.key === key('session')) listener();
      }),
  };
}

const isSession = shape<Session>({
  conversationId: isText,
  token: isText,
  expiresAt: isNumber,
  started: isFlag,
});
const isOutgoing = shape<Outgoing>({
  clientId: isText,
  text: isText,
  choice: (value): value is string | null => value === null || isText(value),
  at: isNumber,
});

function readJson<T>(text: string | null, is: (value: unknown) => value is T): T | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return is(value) ? value : null;
  } catch {
    return null;
  }
}

interface Shelf {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

/** localStorage; or, in private windows that forbid it and when it is full, plain memory. */
function usableStorage(): Shelf {
  const inPage = new Map<string, string>();
  const device = deviceStorage();
  return {
    get: (key) => inPage.get(key) ?? device?.getItem(key) ?? null,
    set: (key, value) => {
      try {
        if (device === null) throw new Error('no storage');
        device.setItem(key, value);
        inPage.delete(key);
      } catch {
        inPage.set(key, value);
      }
    },
    remove: (key) => {
      inPage.delete(key);
      device?.removeItem(key);
    },
    keys: () => [...inPage.keys(), ...(device === null ? [] : Object.keys(device))],
  };
}

function deviceStorage(): Storage | null {
  try {
    const storage = window.localStorage;
    storage.setItem(`${site}:probe`, '1');
    storage.removeItem(`${site}:probe`);
    return storage;
  } catch {
    return null;
  }
}
