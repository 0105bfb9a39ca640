import { z } from 'zod';

/** Words for people. A bare string is Vietnamese; `en` is optional everywhere. */
export const textSchema = z.union([
  z.string().trim().min(1),
  z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1).optional() }),
]);
export type Text = z.infer<typeof textSchema>;

export type Lang = 'vi' | 'en';

/** The words in the wanted language, falling back to Vietnamese. */
export function say(text: Text, lang: Lang = 'vi'): string {
  if (typeof text === 'string') return text;
  return lang === 'en' ? (text.en ?? text.vi) : text.vi;
}
