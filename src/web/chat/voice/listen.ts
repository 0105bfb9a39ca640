import { isRecord, isText } from '../../shared/guard.ts';
import { lang } from '../words.ts';

/** What we use of the browser's speech recognition; it is not in every browser, nor in TypeScript's library. */
interface Recognition extends EventTarget {
  lang: string;
  interimResults: boolean;
  start(): void;
  stop(): void;
  abort(): void;
}

export interface Listening {
  readonly stop: () => void;
}

export interface ListenEvents {
  /** All that was understood so far. */
  readonly onText: (text: string) => void;
  /** `refused`: she or her browser does not allow the microphone. */
  readonly onEnd: (why: 'done' | 'refused' | 'failed') => void;
}

export const canListen = (): boolean => recognitionClass() !== null;

/** Writes down what she says until she pauses, in the language of the page. null: this browser cannot. */
export function listen({ onText, onEnd }: ListenEvents): Listening | null {
  const found = recognitionClass();
  if (found === null) return null;
  const recognition = new found();
  recognition.lang = lang === 'en' ? 'en-US' : 'vi-VN';
  recognition.interimResults = true;
  let why: 'done' | 'refused' | 'failed' = 'done';
  recognition.addEventListener('result', (event) => onText(textOf(event)));
  recognition.addEventListener('error', (event) => {
    const error = 'error' in event ? event.error : '';
    if (error === 'not-allowed' || error === 'service-not-allowed') why = 'refused';
    else if (error !== 'no-speech' && error !== 'aborted') why = 'failed';
  });
  recognition.addEventListener('end', () => onEnd(why));
  try {
    recognition.start();
  } catch {
    return null;
  }
  return { stop: () => recognition.stop() };
}

function recognitionClass(): (new () => Recognition) | null {
  const found: unknown =
    'SpeechRecognition' in window
      ? window.SpeechRecognition
      : 'webkitSpeechRecognition' in window
        ? window.webkitSpeechRecognition
        : null;
  return isRecognitionClass(found) ? found : null;
}

const isRecognitionClass = (value: unknown): value is new () => Recognition => typeof value === 'function';

/** Lists of the browser are no arrays: each result's first guess, joined. */
function textOf(event: Event): string {
  const results: unknown = 'results' in event ? event.results : null;
  if (typeof results !== 'object' || results === null || !('length' in results)) return '';
  return Array.from({ length: Number(results.length) }, (_, index) => {
    const result: unknown = Reflect.get(results, index);
    const guess: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 0) : null;
    const text: unknown = isRecord(guess) ? guess['transcript'] : null;
    return isText(text) ? text : '';
  })
    .join('')
    .trim();
}
