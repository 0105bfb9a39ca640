import type { Book } from './book.ts';
import { calendars } from './calendars.ts';
import { contacts } from './contacts.ts';
import { faq } from './faq.ts';
import { fees } from './fees.ts';
import { phrases } from './phrases.ts';

/** In the order of the page. Evaluation questions are no entries and stand apart. */
export const books: readonly Book[] = [faq, phrases, fees, contacts, calendars];
