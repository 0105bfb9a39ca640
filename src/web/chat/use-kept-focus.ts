import { useEffect, useRef } from 'preact/hooks';

/**
 * What had the focus may go away with an answer: a choice that was taken, a step that is no longer done. Then the
 * conversation has it, so that the keyboard goes on there and not at the top of the page.
 */
export function useKeptFocus(changes: unknown): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const remember = () => {
      last.current = document.activeElement;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const gone = last.current !== null && !last.current.isConnected;
    if (gone && document.activeElement === document.body) toConversation();
  }, [changes]);
}

export function toConversation(): void {
  document.querySelector<HTMLElement>('#messages')?.focus({ preventScroll: true });
}
