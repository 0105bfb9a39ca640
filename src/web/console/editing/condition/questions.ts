import type { Json } from '#root/json.ts';
import { textOf } from '../fields/text-of.ts';
import { isGroup } from '../doc/path.ts';

export interface QuestionName {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** The questions of an entry, for conditions to name. */
export function questionsOf(value: Json | undefined): readonly QuestionName[] {
  if (!isGroup(value)) return [];
  return Object.entries(value).map(([id, question]) => {
    const group = isGroup(question) ? question : {};
    const options = isGroup(group['options']) ? group['options'] : {};
    return {
      id,
      label: textOf(group['ask']).vi || id,
      options: Object.entries(options).map(([id, option]) => ({
        id,
        label: textOf(isGroup(option) ? option['label'] : undefined).vi || id,
      })),
    };
  });
}
