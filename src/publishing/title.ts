import type { Json } from '#root/json.ts';
import { groupOf, wordsOf } from './places/json-group.ts';
import type { EntryKey } from './ports.ts';

/** What officers call an entry, from what was typed; else as it was called, else its id. */
export function titleOf(key: EntryKey, value: Json | null, before: string | null): string {
  const { name, title, text } = groupOf(value ?? undefined);
  const words =
    key.kind === 'wording'
      ? wordsOf(value ?? undefined)
      : key.kind === 'unit' || key.kind === 'calendar' || key.kind === 'flow'
        ? null
        : (wordsOf(name) ?? wordsOf(title) ?? wordsOf(text));
  return (words?.trim() || before || key.id).slice(0, 300);
}
