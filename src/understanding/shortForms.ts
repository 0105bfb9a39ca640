import type { ShortForm } from './lexicon.ts';
import { aWord, words, type Word } from './text.ts';

/** Short forms by their first word, in the order they are tried. */
export type ShortForms = ReadonlyMap<string, readonly Opened[]>;

interface Opened {
  readonly say: readonly string[];
  readonly means: readonly Word[];
  readonly after: ReadonlySet<string> | null;
  readonly before: ReadonlySet<string> | null;
  readonly atEnd: boolean;
}

export function openShortForms(forms: readonly ShortForm[]): ShortForms {
  const byFirst = new Map<string, Opened[]>();
  for (const form of forms)
    for (const say of form.say) {
      const parts = words(say).map(({ word }) => word);
      const [first] = parts;
      if (first === undefined) continue;
      const opened = {
        say: parts,
        means: words(form.means),
        after: setOf(form.after),
        before: setOf(form.before),
        atEnd: form.atEnd,
      };
      byFirst.set(first, [...(byFirst.get(first) ?? []), opened].sort(longestThenStrictest));
    }
  return byFirst;
}

/** Writes short forms out: "ko" -> "không"; those that mean several things only where the words beside them decide. */
export function writeOut(message: readonly Word[], forms: ShortForms): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < message.length;) {
    const here = message[i];
    if (here === undefined) break;
    const form = forms.get(here.word)?.find((candidate) => fits(candidate, message, i));
    if (form === undefined) {
      out.push(here);
      i += 1;
      continue;
    }
    const said = message
      .slice(i, i + form.say.length)
      .map((word) => word.said)
      .join(' ');
    out.push(...form.means.map(({ word }, n) => aWord(word, said, n === 0 && here.opens)));
    i += form.say.length;
  }
  return out;
}

function fits(form: Opened, message: readonly Word[], at: number): boolean {
  if (!form.say.every((word, n) => message[at + n]?.word === word)) return false;
  if (isFree(form)) return true;
  const previous = message[at - 1]?.folded;
  const next = message[at + form.say.length]?.folded;
  if (form.atEnd && next === undefined && at > 0) return true;
  if (previous !== undefined && form.after?.has(previous) === true) return true;
  return next !== undefined && form.before?.has(next) === true;
}

/** Among forms of one length, the one that asks for company is tried before the one that always holds. */
const longestThenStrictest = (a: Opened, b: Opened): number =>
  b.say.length - a.say.length || Number(isFree(a)) - Number(isFree(b));

const isFree = (form: Opened): boolean => form.after === null && form.before === null && !form.atEnd;

const setOf = (list: readonly string[] | undefined): ReadonlySet<string> | null =>
  list === undefined ? null : new Set(list.flatMap((entry) => words(entry).map(({ folded }) => folded)));
