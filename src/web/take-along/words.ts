import { words as english } from './words.en.ts';
import { words as vietnamese } from './words.vi.ts';

/** In the language of the page that it is opened over; read when something is shown. */
export const words = (): { readonly [Key in keyof typeof vietnamese]: string } =>
  document.documentElement.lang === 'en' ? english : vietnamese;

/** How dates and times are written. */
export const locale = (): string => (document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN');
