import { say as inLang, type Lang, type Text } from '#knowledge/schema/text.ts';
import { fill } from './fill.ts';
import { wordings, type WordingKey } from './wording-keys.ts';

export { fill, wordings, type WordingKey };

type Placeholder<K extends WordingKey> = (typeof wordings)[K][number];
/** Nothing where a sentence has no placeholders, otherwise exactly its placeholders. */
export type Params<K extends WordingKey> = (typeof wordings)[K] extends readonly []
  ? []
  : [Readonly<Record<Placeholder<K>, string | number>>];

export type Wording = ReadonlyMap<string, Text>;

/**
 * A sentence of `data/wording` with its placeholders filled. A key that a (foreign, older) release lacks
 * gives the key itself: visible to staff, harmless to a turn.
 */
export function say<K extends WordingKey>(wording: Wording, key: K, params: Params<K>, lang: Lang): string {
  const text = wording.get(key);
  return text === undefined ? key : fill(inLang(text, lang), params[0] ?? {});
}

/** Everything that composing needs to speak: our sentences, and the words of the knowledge, in one language. */
export interface Voice {
  readonly lang: Lang;
  readonly words: <K extends WordingKey>(key: K, ...params: Params<K>) => string;
  readonly text: (text: Text) => string;
}

export function voiceOf(wording: Wording, lang: Lang): Voice {
  return {
    lang,
    words: (key, ...params) => say(wording, key, params, lang),
    text: (text) => inLang(text, lang),
  };
}
