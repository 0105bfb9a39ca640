import { isNumber, isText, listOf, maybe, shape, isRecord, type Is } from '../shared/guard.ts';

/** What the server gives to take along, as far as the slip shows it. */
export interface Slip {
  readonly name: string;
  readonly codes: string[];
  readonly unit: string | null;
  readonly answers: { readonly ask: string; readonly label: string }[];
  readonly papers: Paper[];
  readonly facts: { readonly label: string; readonly value: string }[];
  readonly contacts: { readonly name: string; readonly phone?: string | undefined }[];
  readonly asOf: string | null;
}

export interface Paper {
  readonly text: string;
  readonly note: string | null;
  readonly needed: boolean;
}

export interface Carry {
  readonly code: string;
  readonly url: string;
  readonly expiresAt: number;
}

export interface Taken {
  readonly slip: Slip | null;
  readonly carry: Carry | null;
}

const isCarry = shape<Carry>({ code: isText, url: isText, expiresAt: isNumber });
const isAnswer = shape<Slip['answers'][number]>({ ask: isText, label: isText });
const isFact = shape<Slip['facts'][number]>({ label: isText, value: isText });
const isContact = shape<Slip['contacts'][number]>({ name: isText, phone: maybe(isText) });
const all =
  <T>(is: Is<T>) =>
  (value: unknown): T[] =>
    listOf(is)(value) ? value : [];

/** null: no answer that makes sense. */
export function readTaken(body: unknown): Taken | null {
  if (!isRecord(body)) return null;
  return { slip: readSlip(body['slip']), carry: isCarry(body['carry']) ? body['carry'] : null };
}

function readSlip(slip: unknown): Slip | null {
  if (!isRecord(slip) || !isText(slip['name'])) return null;
  const sources = all(isRecord)(slip['sources']).find(({ kind }) => kind === 'sources');
  return {
    name: slip['name'],
    codes: all(isText)(slip['codes']),
    unit: isText(slip['unit']) ? slip['unit'] : null,
    answers: all(isAnswer)(slip['answers']),
    papers: all(isRecord)(slip['papers']).flatMap(papersOf),
    facts: all(isFact)(slip['facts']),
    contacts: all(isContact)(slip['contacts']),
    asOf: isText(sources?.['asOf']) ? sources['asOf'] : null,
  };
}

/** A checklist, or a sentence where no list is known. */
function papersOf(block: Record<string, unknown>): Paper[] {
  if (isText(block['text'])) return [{ text: block['text'], note: null, needed: false }];
  return all(isRecord)(block['items']).flatMap((item) =>
    isText(item['text'])
      ? [
          {
            text: item['text'],
            note: isText(item['note']) ? item['note'] : null,
            needed: item['state'] !== 'not-needed',
          },
        ]
      : [],
  );
}
