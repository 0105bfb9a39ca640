import { words as vietnamese } from './words.vi.ts';

export type Lang = 'vi' | 'en';

/** The same sentences in another language: every one of them, with the same values in it. */
export type Words = Worded<typeof vietnamese>;
type Worded<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Worded<T[Key]> };

/** As each calls itself; also what is said to change it. */
export const languages: Readonly<Record<Lang, string>> = { vi: 'Tiếng Việt', en: 'English' };

/** The page's words in the language spoken at the moment: read them when something is shown, never before. */
export let words: Words = vietnamese;
export let lang: Lang = 'vi';

/** Whoever speaks Vietnamese never fetches the English. Rejects where it cannot be fetched: then all stays as it was. */
export async function speakIn(wanted: Lang): Promise<void> {
  words = wanted === 'en' ? (await import('./words.en.ts')).words : vietnamese;
  lang = wanted;
  document.documentElement.lang = wanted;
}
