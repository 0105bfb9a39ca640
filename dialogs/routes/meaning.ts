import type { Turn } from '../turn.ts';

/** The topic that is surely meant; null where understanding is not sure or the words fit none. */
export function sureTopic({ understanding }: Turn): string | null {
  const best = understanding?.candidates[0];
  if (understanding?.confidence !== 'sure' || best === undefined || best.topic === 'none') return null;
  return best.topic;
}

/** Choice meant by her words: read by understanding, or a bare number of the choices shown last. */
export function choiceMeant({ understanding, state, event }: Turn): string | null {
  if (understanding?.option != null) return understanding.option;
  const number =
    event.kind === 'text' ? /^\s*(?:số\s*)?(\d{1,2})\s*[.)]?\s*$/i.exec(event.text)?.[1] : undefined;
  return number === undefined ? null : (state.choices[Number(number) - 1] ?? null);
}
