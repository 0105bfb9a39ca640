import { allowedAmong, type Allowed } from './judge.ts';
import { FOLLOW_UP } from './documents.ts';
import type { OpenModel } from './openModel.ts';
import type { UnderstandContext } from './types.ts';

/** Topics of other units' own entries are masked. `named`: so is the bare follow-up. */
export function allowedIn({ unit }: UnderstandContext, model: OpenModel, named = false): Allowed {
  const key = `${unit ?? ''}${named ? '+' : ''}`;
  const found = model.allowed.get(key);
  if (found !== undefined) return found;
  const made = allowedAmong(model.topics, (label) => {
    const only = model.known.get(label)?.only ?? null;
    return (only === null || (unit !== null && only.includes(unit))) && !(named && label === FOLLOW_UP);
  });
  model.allowed.set(key, made);
  return made;
}
