import { useEffect, useState } from 'preact/hooks';
import type { Memory } from './memory.ts';
import type { Message } from './messages.ts';
import { lang, speakIn, type Lang } from './words.ts';

/** The page speaks what the bot spoke last, and remembers it for the next time it is opened. */
export function useLanguage(messages: readonly Message[], memory: Memory): Lang {
  const [shown, setShown] = useState<Lang>(lang);
  const spoken = languageOf(messages);
  useEffect(() => {
    if (spoken === null || spoken === lang) return;
    memory.keepLang(spoken);
    // Without a network the page's own words stay as they are; the next message tries again.
    speakIn(spoken).then(
      () => setShown(spoken),
      () => undefined,
    );
  }, [spoken, messages.length, memory]);
  return shown;
}

function languageOf(messages: readonly Message[]): Lang | null {
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index];
    if (message?.kind === 'bot') return message.lang;
  }
  return null;
}
