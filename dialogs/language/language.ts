import type { Lang } from '#knowledge/schema/text.ts';
import type { DecideInput, Event } from '#turns/ports.ts';

/** The language of a turn, and how it came about. */
export interface Spoken {
  readonly lang: Lang;
  /** `asked`: she wanted this language. `recognised`: she wrote it. `kept`: as before. */
  readonly by: 'asked' | 'recognised' | 'kept';
  /** The turn's input in that language: English words stand in it as the Vietnamese that they say. */
  readonly input: DecideInput;
}

const TAPPED = /^lang:(en|vi)$/;

/** A language is asked for outright, tapped, or recognised by a message that is English beyond doubt. */
export function spoken(input: DecideInput): Spoken {
  const { event, context, understanding } = input;
  // The page of another language opened: its greeting is in that language already.
  if (event.kind === 'start' && event.lang !== undefined)
    return { lang: event.lang, by: 'kept', input: inLang(input, event.lang) };
  const tapped = event.kind === 'choice' ? TAPPED.exec(event.id)?.[1] : undefined;
  const asked: Lang | null =
    tapped === 'en' || tapped === 'vi' ? tapped : (understanding?.english?.asks ?? null);
  if (asked !== null) return { lang: asked, by: 'asked', input: inLang(input, asked) };
  const gloss = understanding?.english?.gloss ?? null;
  if (gloss === null) return { lang: context.lang, by: 'kept', input };
  const by = context.lang === 'en' ? 'kept' : 'recognised';
  return { lang: 'en', by, input: { ...inLang(input, 'en'), event: saying(event, gloss) } };
}

const inLang = (input: DecideInput, lang: Lang): DecideInput => ({
  ...input,
  context: { ...input.context, lang },
});

/** Whoever reads words by patterns reads the Vietnamese. */
const saying = (event: Event, text: string): Event =>
  event.kind === 'text' || event.kind === 'attachment' ? { ...event, text } : event;
