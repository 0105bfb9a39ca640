import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from './messages.ts';
import { say } from './say.ts';

const keptForMs = 10_000;

interface Announcement {
  readonly key: string;
  readonly text: string;
}

/**
 * What a screen reader says by itself: each new message of the bot once, nothing else. The list of messages is
 * no live region, because there every tick, echo and history would be read out as well.
 */
export function Announcer({ messages }: { messages: readonly Message[] }) {
  const known = useRef(new Set<string>());
  const [announcements, setAnnouncements] = useState<readonly Announcement[]>([]);

  useEffect(() => {
    const fresh: Announcement[] = [];
    for (const message of messages) {
      if (known.current.has(message.key)) continue;
      known.current.add(message.key);
      if (message.kind === 'bot' && !message.history) fresh.push({ key: message.key, text: say(message) });
      if (message.kind === 'note') fresh.push({ key: message.key, text: message.text });
    }
    if (fresh.length === 0) return;
    setAnnouncements((old) => [...old, ...fresh]);
    // Said by then; left there it would be read a second time by those who browse the page.
    setTimeout(() => setAnnouncements((old) => old.filter((item) => !fresh.includes(item))), keptForMs);
  }, [messages]);

  return (
    <div class="hidden" aria-live="polite" aria-relevant="additions" data-announcer>
      {announcements.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
}
