import { standsAt } from './phrases.ts';
import type { Word } from './text.ts';

/** Ways of saying one thing, by their first folded word, the longest first. */
export type SameWords = ReadonlyMap<string, readonly Way[]>;

interface Way {
  readonly group: string;
  readonly words: readonly Word[];
  /** Written with its diacritics only: without them it is a commoner word ("phai", "nop ho"). */
  readonly exact: boolean;
}

/** Before a way of saying something that counts only with its diacritics. */
const EXACT = '=';

export function openSameWords(
  groups: Readonly<Record<string, readonly string[]>>,
  read: (text: string) => Word[],
): SameWords {
  const byFirst = new Map<string, Way[]>();
  for (const [group, ways] of Object.entries(groups))
    for (const way of ways) {
      const exact = way.startsWith(EXACT);
      const words = read(exact ? way.slice(EXACT.length) : way);
      const first = words[0]?.folded;
      if (first === undefined) continue;
      const list = byFirst.get(first) ?? [];
      list.push({ group, words, exact });
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
    const way = groups
      .get(here.folded)
      ?.find((one) => standsAt(message, at, one.words) && (!one.exact || isExact(message, at, one.words)));
    if (way === undefined) {
      out.push(here);
      at += 1;
      continue;
    }
    out.push(inGroup(here, way.group));
    const end = at + way.words.length;
    for (at += 1; at < end; at++) out.push(message[at] ?? here);
  }
  return out;
}

const isExact = (message: readonly Word[], at: number, way: readonly Word[]): boolean =>
  way.every(({ word }, i) => message[at + i]?.word === word);

const inGroup = ({ word, folded, said, opens, grams }: Word, group: string): Word => ({
  word,
  folded,
  said,
  opens,
  group,
  grams,
  ids: undefined,
});
