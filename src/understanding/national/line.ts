import { z } from 'zod';

/** First line of data/national/list.jsonl: when the list was taken, and the bodies that its lines name by place. */
const headSchema = z.strictObject({
  asOf: z.iso.date(),
  bodies: z.array(z.string().min(1)),
});

/** Code, name, place of the executing and of the competent body; null: the list names none. */
const lineSchema = z.tuple([
  z.string().min(1),
  z.string().min(1),
  z.int().min(0).nullable(),
  z.int().min(0).nullable(),
]);

/** One procedure of the national list, as its export says it. */
export interface NationalLine {
  readonly code: string;
  readonly name: string;
  readonly executing: string | null;
  readonly authority: string | null;
}

export interface NationalList {
  readonly asOf: string;
  readonly lines: readonly NationalLine[];
}

/** Reads the text of data/national/list.jsonl. Throws zod's error where a line is none. */
export function readNational(text: string): NationalList {
  const [first = '', ...rest] = text.split('\n').filter((line) => line !== '');
  const { asOf, bodies } = headSchema.parse(JSON.parse(first));
  const named = (place: number | null): string | null => (place === null ? null : (bodies[place] ?? null));
  return {
    asOf,
    lines: rest.map((line) => {
      const [code, name, executing, authority] = lineSchema.parse(JSON.parse(line));
      return { code, name, executing: named(executing), authority: named(authority) };
    }),
  };
}

/** The text of data/national/list.jsonl: one line a procedure, by code, so that two versions can be compared. */
export function writeNational({ asOf, lines }: NationalList): string {
  const places = new Map<string, number>();
  const placeOf = (body: string | null): number | null => {
    if (body === null) return null;
    const place = places.get(body) ?? places.size;
    places.set(body, place);
    return place;
  };
  const written = [...lines]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name, executing, authority }) =>
      JSON.stringify([code, name, placeOf(executing), placeOf(authority)]),
    );
  return [JSON.stringify({ asOf, bodies: [...places.keys()] }), ...written, ''].join('\n');
}
