import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/error.ts';
import { dropCopy, keepCopy } from './local-copies.ts';

export type SaveState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  /** No network, a server that restarts: tried again by itself. */
  | { readonly kind: 'waiting' }
  /** Somebody saved in between: the page asks which to keep. */
  | { readonly kind: 'conflict'; readonly error: ApiError }
  | { readonly kind: 'refused'; readonly error: unknown };

export interface Autosave<Value> {
  readonly state: SaveState;
  /** Said with every change of what is typed. */
  readonly change: (value: Value) => void;
  /** Saves what is typed at once; resolves false where it did not come through. */
  readonly flush: () => Promise<boolean>;
  /** True while the server lacks something that was typed. */
  readonly unsaved: boolean;
}

export interface AutosaveOptions<Value> {
  /** Names what is typed, and by whom; see local-copies.ts. */
  readonly key: string;
  /** Sends it. Throws ApiError; code `Conflict` (409) stops until the page has resolved it. */
  readonly save: (value: Value) => Promise<unknown>;
  /** Of silence before it is sent. */
  readonly delayMs?: number;
  /** Between tries while the server is not reached. */
  readonly retryMs?: number;
}

/**
 * Saves while she types. A copy stays in this browser from the first keystroke until the server has it, and one save
 * runs at a time: what is typed meanwhile goes with the next.
 */
export function useAutosave<Value>(options: AutosaveOptions<Value>): Autosave<Value> {
  const { key, delayMs = 800, retryMs = 4000 } = options;
  const [state, setState] = useState<SaveState>({ kind: 'clean' });
  const save = useRef(options.save);
  save.current = options.save;
  const typed = useRef<{ readonly value: Value } | null>(null);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const send = async (): Promise<boolean> => {
      for (let sending = typed.current; sending !== null; sending = typed.current) {
        setState({ kind: 'saving' });
        try {
          await save.current(sending.value);
        } catch (error) {
          const passes = error instanceof ApiError && error.passes;
          if (passes) timer.current = setTimeout(() => void flush(), retryMs);
          setState(failed(error, passes));
          return false;
        }
        if (typed.current === sending) {
          typed.current = null;
          dropCopy(key);
        }
      }
      setState((before) => (before.kind === 'clean' ? before : { kind: 'saved', at: Date.now() }));
      return true;
    };
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [key, retryMs]);

  const change = useCallback(
    (value: Value): void => {
      typed.current = { value };
      keepCopy(key, value);
      setState((before) =>
        before.kind === 'saving' || before.kind === 'waiting' ? before : { kind: 'typing' },
      );
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), delayMs);
    },
    [key, delayMs, flush],
  );

  useEffect(() => {
    const online = (): void => void (typed.current === null ? undefined : flush());
    addEventListener('online', online);
    return () => {
      removeEventListener('online', online);
      clearTimeout(timer.current);
      // Leaving the page: what is typed is sent, and kept here should that fail.
      if (typed.current !== null) void flush();
    };
  }, [flush]);

  return { state, change, flush, unsaved: !(state.kind === 'clean' || state.kind === 'saved') };
}

function failed(error: unknown, passes: boolean): SaveState {
  if (passes) return { kind: 'waiting' };
  if (error instanceof ApiError && error.status === 409) return { kind: 'conflict', error };
  return { kind: 'refused', error };
}
