import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from './messages.ts';

const nearEndPx = 160;

/**
 * Scrolls as a reader would: after her own message to the end; when an answer comes, so far that it can be read
 * from its beginning. Who has scrolled up to read is left alone and gets a button instead.
 */
export function useFollowing(messages: readonly Message[]): {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly behind: boolean;
  readonly toNewest: () => void;
} {
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  const seen = useRef(0);
  const [behind, setBehind] = useState(false);

  useEffect(() => {
    const onScroll = () => {
      atEnd.current = isNearEnd();
      if (atEnd.current) setBehind(false);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, []);

  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = messages.length;
    if (messages.length <= before) return;
    const newest = messages[messages.length - 1];
    const mine = newest?.kind === 'mine' || messages.slice(before).some(({ kind }) => kind === 'mine');
    if (!mine && !atEnd.current) {
      setBehind(true);
      return;
    }
    scrollToReading(list.current);
    atEnd.current = true;
  }, [messages]);

  const toNewest = () => {
    setBehind(false);
    scrollToReading(list.current);
  };
  return { list, behind, toNewest };
}

const isNearEnd = () =>
  window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - nearEndPx;

/** Her last message (or the first answer after it) to the top, if what follows is longer than the window. */
function scrollToReading(list: HTMLOListElement | null) {
  if (list === null) return;
  const mine = list.querySelectorAll<HTMLElement>('[data-mine]');
  const anchor = mine[mine.length - 1] ?? list.firstElementChild;
  const end = document.documentElement.scrollHeight - window.innerHeight;
  const head = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0;
  const top =
    anchor === null ? end : anchor.getBoundingClientRect().top + window.scrollY - Math.max(head, 0) - 12;
  window.scrollTo({ top: Math.max(0, Math.min(end, top)) });
}
