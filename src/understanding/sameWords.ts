import { same } from './phrases.ts';
import type { Word } from './text.ts';

/** Ways of saying one thing, by their first folded word, the longest first. */
export type SameWords = ReadonlyMap<string, readonly Way[]>;

interface Way {
  readonly group: string;
  readonly words: readonly Word[];
}

export function openSameWords(
  groups: Readonly<Record<string, readonly string[]>>,
  read: (text: string) => Word[],
): SameWords {
  const byFirst = new Map<string, Way[]>();
  for (const [group, ways] of Object.entries(groups))
    for (const way of ways) {
      const words = read(way);
      const first = words[0]?.folded;
      if (first === undefined) continue;
      const list = byFirst.get(first) ?? [];
      list.push({ group, words });
      byFirst.set(
        first,
        list.sort((a, b) => b.words.length - a.words.length),
      );
    }
  return byFirst;
}

/** Notes at the first word of each way of saying a thing which thing it is; the words themselves stay. */
export function noteSame(message: readonly Word[], groups: SameWords): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < message.length;) {
    const here = message[at];
    if (here === undefined) break;
    const way = groups.get(here.folded)?.find(({ words }) => stands(words, message, at));
    if (way === undefined) {
      out.push(here);
      at += 1;
      continue;
    }
    out.push({ ...here, group: way.group }, ...message.slice(at + 1, at + way.words.length));
    at += way.words.length;
  }
  return out;
}

function stands(words: readonly Word[], message: readonly Word[], at: number): boolean {
  return words.every((word, i) => {
    const typed = message[at + i];
    return typed !== undefined && same(typed, word);
  });
}
