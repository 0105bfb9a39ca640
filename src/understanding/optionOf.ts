import { commandOf, particlesOf, type CommandTable } from './commandOf.ts';
import { kept } from './kept.ts';
import type { Lexicon } from './lexicon.ts';
import { findRun, keyOf, samePhrase, stripped } from './phrases.ts';
import type { Word } from './text.ts';
import type { Command, ExpectedOption } from './types.ts';

export interface OptionTable {
  readonly numbers: ReadonlyMap<string, number>;
  readonly countWords: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly read: (text: string) => readonly Word[];
}

export function openOptions(lexicon: Lexicon, read: (text: string) => Word[]): OptionTable {
  const keys = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.map((text) => keyOf(read(text))));
  return {
    numbers: new Map(Object.entries(lexicon.numbers).map(([text, n]) => [keyOf(read(text)), n])),
    countWords: new Set(lexicon.countWords.flatMap((text) => read(text).map(({ folded }) => folded))),
    first: keys(lexicon.first),
    last: keys(lexicon.last),
    particles: particlesOf(lexicon, read),
    negations: keys(lexicon.negations),
    // The same few thousand words of buttons at every turn.
    read: kept(5_000, read),
  };
}

/**
 * Which of the choices shown is meant: its number or place, its label, what people say for it, a part of those.
 * `asks`: the message asks something itself, so only a plain pick counts.
 */
export function optionOf(
  message: readonly Word[],
  options: readonly ExpectedOption[],
  table: OptionTable,
  commands: CommandTable,
  asks: boolean,
): string | null {
  if (message.length === 0 || message.length > 25 || options.length === 0) return null;
  const wordings = options.flatMap(({ id, label, says }) =>
    [label, ...says]
      .map((text) => ({ id, phrase: table.read(text) }))
      .filter(({ phrase }) => phrase.length > 0),
  );
  const forms = [...stripped(message, table.particles)];
  for (const form of forms) {
    const exact = only(wordings.filter(({ phrase }) => samePhrase(form, phrase)).map(({ id }) => id));
    if (exact !== null) return exact;
  }
  const picked = placeOf(forms, message, options.length, table);
  if (picked !== null) return options[picked - 1]?.id ?? null;
  const yesNo = byYesOrNo(message, options, table, commands);
  if (yesNo !== null) return yesNo;
  if (asks) return null;
  // "quay lại làm giấy khai sinh" begins like a button, but what follows is what she wants.
  const inner = wordings.filter(
    ({ phrase }) => !moves.has(commandOf(phrase, commands)) || message.length <= phrase.length + 2,
  );
  return byPart(message, inner, table) ?? byWords(message, inner, table);
}

/** Words that move her, and so begin many a sentence that wants something else. */
const moves: ReadonlySet<Command | null> = new Set(['back', 'resume', 'start', 'later']);

type Wording = { readonly id: string; readonly phrase: readonly Word[] };

/** "2", "số 2", "cái thứ hai", "cái cuối". */
function placeOf(
  forms: readonly (readonly Word[])[],
  message: readonly Word[],
  count: number,
  table: OptionTable,
): number | null {
  for (const form of forms) {
    if (table.first.has(keyOf(form))) return 1;
    if (table.last.has(keyOf(form))) return count;
  }
  if (message.length > 6) return null;
  const rest = message.filter(({ folded }) => !table.countWords.has(folded) && !table.particles.has(folded));
  const [number] = rest;
  if (number === undefined || rest.length > 1) return null;
  const n =
    table.numbers.get(number.folded) ?? (/^\d{1,2}$/u.test(number.folded) ? Number(number.folded) : 0);
  return n >= 1 && n <= count ? n : null;
}

/** "dạ có", "chưa": when exactly one choice says so itself, and another does not. */
function byYesOrNo(
  message: readonly Word[],
  options: readonly ExpectedOption[],
  table: OptionTable,
  commands: CommandTable,
): string | null {
  const said = commandOf(message, commands);
  if (said !== 'yes' && said !== 'no') return null;
  const meaning = (option: ExpectedOption): 'yes' | 'no' | null => {
    for (const text of [option.id.replaceAll('-', ' '), option.label, ...option.says]) {
      const whole = commandOf(table.read(text), commands);
      if (whole === 'yes' || whole === 'no') return whole;
    }
    // "Có, làm luôn" says yes; "Có yếu tố nước ngoài" only begins with the same word.
    const [head = ''] = options.length === 2 ? option.label.split(' ') : option.label.split(',');
    const opening = commandOf(table.read(head), commands);
    return opening === 'yes' || opening === 'no' ? opening : null;
  };
  return only(options.filter((option) => meaning(option) === said).map(({ id }) => id));
}

/** A wording inside the message, the longest: "dạ tụi em chưa cưới ạ". Not when a "không" stands right before it. */
function byPart(message: readonly Word[], wordings: readonly Wording[], table: OptionTable): string | null {
  const inside = wordings.flatMap(({ id, phrase }) => {
    const at = findRun(message, phrase);
    const before = message[at - 1];
    const denied = before !== undefined && table.negations.has(before.folded);
    const single = phrase.length === 1 && message.length > 3;
    return at < 0 || denied || single ? [] : [{ id, length: phrase.length }];
  });
  const longest = Math.max(0, ...inside.map(({ length }) => length));
  return only(inside.filter(({ length }) => length === longest).map(({ id }) => id));
}

/** Shared words, those that tell the choices apart counting most; a clear winner or nothing. */
function byWords(message: readonly Word[], wordings: readonly Wording[], table: OptionTable): string | null {
  const said = message.filter(({ folded }) => !table.particles.has(folded));
  if (said.length === 0) return null;
  const owners = new Map<string, Set<string>>();
  for (const { id, phrase } of wordings)
    for (const { folded } of phrase) owners.set(folded, (owners.get(folded) ?? new Set<string>()).add(id));
  const total = new Set(wordings.map(({ id }) => id)).size;
  const weight = (word: string): number => {
    const n = owners.get(word)?.size ?? 0;
    return n === 0 ? 0 : Math.log((1 + total) / n);
  };
  const denials = (words: readonly Word[]): boolean =>
    words.some(({ folded }) => table.negations.has(folded));
  const best = new Map<string, number>();
  for (const { id, phrase } of wordings) {
    if (denials(phrase) !== denials(said)) continue;
    const words = new Set(phrase.map(({ folded }) => folded));
    const shared = said.reduce((sum, { folded }) => sum + (words.has(folded) ? weight(folded) : 0), 0);
    const all = [...words].reduce((sum, folded) => sum + weight(folded), 0);
    const strange = said.filter(({ folded }) => !owners.has(folded)).length / said.length;
    best.set(id, Math.max(best.get(id) ?? 0, all === 0 ? 0 : (shared / all) * (1 - strange)));
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < 0.45) return null;
  return first[1] - (second?.[1] ?? 0) >= 0.2 ? first[0] : null;
}

const only = (ids: readonly string[]): string | null => {
  const distinct = new Set(ids);
  const [id] = distinct;
  return distinct.size === 1 && id !== undefined ? id : null;
};
