import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Lang } from '#knowledge/schema/text.ts';
import type { Voice } from '#replies/wording.ts';
import { wordsOfWording } from '../words/fold.ts';

/** An option of a question with all that is said for it: its label, and what residents say. */
export interface Said {
  readonly question: string;
  readonly option: string;
  readonly wordings: readonly string[];
  /** Words of the question itself. */
  readonly context: readonly string[];
}

interface Options {
  readonly all: readonly Said[];
  /** Places in `all`, by each word that is said for the option there. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

/** The options of a procedure that share a word with hers, in written order. */
export function optionsNear(procedure: Procedure, voice: Voice, words: readonly string[]): readonly Said[] {
  const { all, byWord } = optionsOf(procedure, voice);
  const places = new Set(words.flatMap((word) => byWord.get(word) ?? []));
  return all.filter((_, place) => places.has(place));
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
  const byWord = new Map<string, number[]>();
  all.forEach(({ wordings }, place) => {
    for (const word of new Set(wordings.flatMap((wording) => wordsOfWording(wording).folded)))
      byWord.set(word, [...(byWord.get(word) ?? []), place]);
  });
  return { all, byWord };
}
