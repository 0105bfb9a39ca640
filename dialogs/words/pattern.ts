import { spelt } from './heard.ts';

/** One wording with places to vary, as the knowledge writes it (`src/knowledge/schema/safety.ts`). */
export interface Pattern {
  readonly parts: readonly Part[];
  /** Folded words of which one must stand in the message: most patterns are passed over by a look at it. */
  readonly first: ReadonlySet<string>;
}

export interface Part {
  /** Other words may stand before it. */
  readonly gap: boolean;
  readonly phrases: readonly (readonly Sound[])[];
}

export interface Sound {
  readonly folded: string;
  readonly exact: string;
  /** Only as typed with its diacritics. */
  readonly only: boolean;
}

type Groups = Readonly<Record<string, readonly string[]>>;

export function pattern(text: string, groups: Groups = {}): Pattern {
  const parts: Part[] = [];
  let gap = false;
  for (const token of text.trim().split(/\s+/u)) {
    if (token === '..') {
      gap = true;
      continue;
    }
    const name = /^<([a-z]+)>$/.exec(token)?.[1];
    const phrases = name === undefined ? token.split('/') : (groups[name] ?? []);
    parts.push({ gap, phrases: phrases.map((phrase) => phrase.split(/\s+/u).map(sound)) });
    gap = false;
  }
  const heads = parts[0]?.phrases.flatMap(([head]) => (head === undefined ? [] : [head.folded])) ?? [];
  return { parts, first: new Set(heads) };
}

const NO_GROUPS: Groups = {};
const known = new WeakMap<readonly string[], WeakMap<Groups, readonly Pattern[]>>();

/** Lists stand in the release and are read at every turn: each is taken apart once, and kept as long as it lives. */
export function patterns(texts: readonly string[], groups: Groups = NO_GROUPS): readonly Pattern[] {
  let byGroups = known.get(texts);
  if (byGroups === undefined) known.set(texts, (byGroups = new WeakMap()));
  let kept = byGroups.get(groups);
  if (kept === undefined) byGroups.set(groups, (kept = texts.map((text) => pattern(text, groups))));
  return kept;
}

const sound = (word: string): Sound => {
  const only = word.startsWith('=');
  return { ...spelt(only ? word.slice(1) : word), only };
};
