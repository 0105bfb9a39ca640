import type { Lexicon } from './lexicon.ts';
import { findRun, keyOf, same } from './phrases.ts';
import type { Place, Places } from './places.ts';
import type { Word } from './text.ts';
import type { UnitMention } from './types.ts';

export interface Gazetteer {
  readonly byName: ReadonlyMap<string, readonly Opened[]>;
  /** First words of the names. */
  readonly firsts: ReadonlySet<string>;
  readonly longest: number;
  readonly traps: ReadonlyMap<string, Places['traps'][number]>;
  readonly types: readonly { readonly words: readonly Word[]; readonly type: Place['type'] }[];
  readonly cues: ReadonlySet<string>;
  readonly formerWords: ReadonlySet<string>;
  readonly presentWords: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
}

interface Opened extends Place {
  readonly words: readonly Word[];
}

export function openGazetteer(
  places: Places,
  lexicon: Lexicon,
  read: (text: string) => Word[],
  particles: ReadonlySet<string>,
): Gazetteer {
  const byName = new Map<string, Opened[]>();
  let longest = 1;
  for (const place of places.names) {
    const words = read(place.name);
    longest = Math.max(longest, words.length);
    const key = keyOf(words);
    byName.set(key, [...(byName.get(key) ?? []), { ...place, words }]);
  }
  const types = Object.entries(lexicon.unitTypes)
    .map(([text, type]) => ({ words: read(text), type }))
    .sort((a, b) => b.words.length - a.words.length);
  const keys = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.map((text) => keyOf(read(text))));
  return {
    byName,
    firsts: new Set([...byName.keys()].map((key) => key.split(' ')[0] ?? '')),
    longest,
    traps: new Map(places.traps.map((trap) => [keyOf(withoutType(read(trap.name), types)), trap])),
    types,
    cues: new Set(
      lexicon.placeWords.flatMap((text) =>
        read(text)
          .slice(-1)
          .map(({ folded }) => folded),
      ),
    ),
    formerWords: keys(lexicon.formerWords),
    presentWords: keys(lexicon.presentWords),
    particles,
  };
}

/**
 * Units named in the message. A bare name counts only after a unit type or a place word, as the whole message, or
 * when a unit was asked for: "tân phú" and "bình minh" are also ordinary words and names of people.
 */
export function unitsIn(message: readonly Word[], gazetteer: Gazetteer, asked: boolean): UnitMention[] {
  const mentions: UnitMention[] = [];
  for (let at = 0; at < message.length;) {
    const length = lengthAt(message, at, gazetteer);
    if (length === 0) {
      at += 1;
      continue;
    }
    mentions.push(...read(message, at, length, gazetteer, asked));
    at += length;
  }
  return mentions;
}

function lengthAt(message: readonly Word[], at: number, { byName, firsts, longest }: Gazetteer): number {
  if (!firsts.has(message[at]?.folded ?? '')) return 0;
  for (let length = Math.min(longest, message.length - at); length > 0; length--)
    if (byName.has(keyOf(message.slice(at, at + length)))) return length;
  return 0;
}

function read(
  message: readonly Word[],
  at: number,
  length: number,
  gazetteer: Gazetteer,
  asked: boolean,
): UnitMention[] {
  const typed = message.slice(at, at + length);
  const type = typeBefore(message, at, gazetteer);
  const others = message.filter(
    (word, i) => (i < at || i >= at + length) && !gazetteer.particles.has(word.folded),
  );
  const cue =
    gazetteer.cues.has(message[at - 1]?.folded ?? '') ||
    gazetteer.formerWords.has(message[at + length]?.folded ?? '');
  if (type === null && !cue && !asked && others.length > 0) return [];

  const named = (gazetteer.byName.get(keyOf(typed)) ?? []).filter(({ words }) =>
    words.every((word, i) => typed[i] !== undefined && same(typed[i], word)),
  );
  if (named.length === 0) return [];
  const after = message[at + length]?.folded ?? '';
  const chosen = prefer(
    prefer(named, (place) => type === null || place.type === type.type),
    (place) => {
      if (gazetteer.formerWords.has(after)) return place.former;
      return !gazetteer.presentWords.has(after) || !place.former;
    },
  );
  const said = [...(type?.words ?? []), ...typed].map((word) => word.said).join(' ');
  const trap =
    gazetteer.formerWords.has(after) || gazetteer.presentWords.has(after)
      ? undefined
      : gazetteer.traps.get(keyOf(typed));
  const units = new Map<string, boolean>();
  for (const { unit, former } of chosen) units.set(unit, (units.get(unit) ?? true) && former);
  for (const unit of trap?.units ?? []) if (!units.has(unit)) units.set(unit, true);
  return [...units].map(([unit, former]) => ({ unit, said, former, trap: trap?.id ?? null }));
}

function typeBefore(
  message: readonly Word[],
  at: number,
  { types }: Gazetteer,
): { readonly words: readonly Word[]; readonly type: Place['type'] } | null {
  for (const { words, type } of types) {
    const before = message.slice(Math.max(0, at - words.length), at);
    if (before.length === words.length && findRun(before, words) === 0) return { words: before, type };
  }
  return null;
}

function withoutType(name: readonly Word[], types: Gazetteer['types']): readonly Word[] {
  const type = types.find(({ words }) => words.length < name.length && findRun(name, words) === 0);
  return type === undefined ? name : name.slice(type.words.length);
}

function prefer<T>(list: readonly T[], wanted: (entry: T) => boolean): readonly T[] {
  const some = list.filter(wanted);
  return some.length > 0 ? some : list;
}
