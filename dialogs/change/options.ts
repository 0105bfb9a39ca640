import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Lang } from '#knowledge/schema/text.ts';
import type { Voice } from '#replies/wording.ts';
import { wordsOfWording } from '../words/fold.ts';

/** An option of a question, and what is said for it: its label, and what residents say. */
export interface Said {
  readonly question: string;
  readonly option: string;
  readonly wordings: readonly string[];
  /** Words of the question itself. */
  readonly context: readonly string[];
}

interface Options {
  readonly all: readonly Said[];
  /** Wordings, each with the place of its option in `all`, by each of their words. */
  readonly byWord: ReadonlyMap<string, readonly Wording[]>;
}

interface Wording {
  readonly place: number;
  readonly text: string;
}

/** The options of a procedure for which something is said that shares a word with hers, and only that of what is said. */
export function optionsNear(procedure: Procedure, voice: Voice, words: readonly string[]): readonly Said[] {
  const { all, byWord } = optionsOf(procedure, voice);
  const near = new Map<number, Set<string>>();
  for (const word of words)
    for (const { place, text } of byWord.get(word) ?? []) {
      const wordings = near.get(place);
      if (wordings === undefined) near.set(place, new Set([text]));
      else wordings.add(text);
    }
  return all.flatMap((one, place): Said[] => {
    const wordings = near.get(place);
    return wordings === undefined ? [] : [{ ...one, wordings: [...wordings] }];
  });
}

/** Taken apart once a release and language: a procedure lives as long as its release. */
const known = new WeakMap<Procedure, Map<Lang, Options>>();

function optionsOf(procedure: Procedure, voice: Voice): Options {
  let byLang = known.get(procedure);
  if (byLang === undefined) known.set(procedure, (byLang = new Map()));
  let options = byLang.get(voice.lang);
  if (options === undefined) byLang.set(voice.lang, (options = taken(procedure, voice)));
  return options;
}

function taken(procedure: Procedure, voice: Voice): Options {
  const all = Object.entries(procedure.questions).flatMap(([question, { ask, options }]) => {
    const context = wordsOfWording(voice.text(ask)).folded;
    return Object.entries(options).map(([option, { label, says }]): Said => {
      return { question, option, wordings: [voice.text(label), ...says], context };
    });
  });
  const byWord = new Map<string, Wording[]>();
  all.forEach(({ wordings }, place) => {
    for (const text of wordings)
      for (const word of new Set(wordsOfWording(text).folded))
        byWord.set(word, [...(byWord.get(word) ?? []), { place, text }]);
  });
  return { all, byWord };
}
