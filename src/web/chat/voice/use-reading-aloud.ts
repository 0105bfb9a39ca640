import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../messages.ts';
import type { Memory } from '../memory.ts';
import { say } from '../say.ts';
import { speak } from './speak.ts';

/** Where she asked for it, each new answer is read aloud; what stood there before is not. */
export function useReadingAloud(messages: readonly Message[], memory: Memory): void {
  const known = useRef(new Set<string>());
  useEffect(() => {
    const fresh = messages.filter(({ key }) => !known.current.has(key));
    for (const { key } of fresh) known.current.add(key);
    if (!memory.readAloud()) return;
    const said = fresh.flatMap((message) => (message.kind === 'bot' && !message.history ? message : []));
    const lang = said[said.length - 1]?.lang ?? 'vi';
    if (said.length > 0) speak(said.map(say).join('. '), lang);
  }, [messages, memory]);
}
