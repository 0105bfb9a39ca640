import type { Lexicon } from './lexicon.ts';
import { keyOf, samePhrase, stripped } from './phrases.ts';
import type { Word } from './text.ts';
import { commands, type Command } from './types.ts';

export interface CommandTable {
  readonly byKey: ReadonlyMap<
    string,
    readonly { readonly command: Command; readonly phrase: readonly Word[] }[]
  >;
  readonly particles: ReadonlySet<string>;
}

/** Longer than the longest command with politeness around it: such a message says something of its own. */
const LONGEST = 12;

export function openCommands(lexicon: Lexicon, read: (text: string) => Word[]): CommandTable {
  const byKey = new Map<string, { command: Command; phrase: readonly Word[] }[]>();
  for (const command of commands)
    for (const text of lexicon.commands[command]) {
      const phrase = read(text);
      const key = keyOf(phrase);
      byKey.set(key, [...(byKey.get(key) ?? []), { command, phrase }]);
    }
  return { byKey, particles: particlesOf(lexicon, read) };
}

export const particlesOf = (lexicon: Lexicon, read: (text: string) => Word[]): ReadonlySet<string> =>
  new Set(lexicon.particles.flatMap((text) => read(text).map(({ folded }) => folded)));

/** A command is the whole message, politeness apart: "xong rồi mà không thấy mã" is none. */
export function commandOf(message: readonly Word[], table: CommandTable): Command | null {
  if (message.length === 0 || message.length > LONGEST) return null;
  for (const rest of stripped(message, table.particles)) {
    const entries = table.byKey.get(keyOf(rest));
    const hit = entries?.find(({ phrase }) => samePhrase(rest, phrase));
    if (hit !== undefined) return hit.command;
  }
  return null;
}
