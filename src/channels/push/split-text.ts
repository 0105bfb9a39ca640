const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Text as messages of at most `limit` UTF-16 units, broken where a reader would pause: between paragraphs,
 * lines, sentences, words; inside a word only where it is longer than a message, and never inside a character.
 * Composed (NFC) first: a decomposed "ờ" would count three times. Nothing of the text is lost but white space
 * at a break.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.normalize('NFC').trim();
  while (rest.length > limit) {
    const end = breakBefore(rest, limit);
    const part = rest.slice(0, end).trimEnd();
    if (part !== '') parts.push(part);
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

const PAUSES = ['\n\n', '\n', '. ', '; ', ', ', ' '] as const;

function breakBefore(text: string, limit: number): number {
  const window = text.slice(0, limit + 1);
  for (const pause of PAUSES) {
    // A break near the beginning would make many small messages.
    const at = window.lastIndexOf(pause);
    if (at > limit / 3) return Math.min(limit, at + pause.trimEnd().length);
  }
  return characterBefore(text, limit);
}

/** The last place at or before `limit` that is between two characters as people see them. */
function characterBefore(text: string, limit: number): number {
  let end = 0;
  // A character may be a letter with a storm of marks: more than a window is not looked at.
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  // One character larger than a message: cut it at a code point.
  return end > 0 ? end : wholeCodePoints(text, limit);
}

function wholeCodePoints(text: string, limit: number): number {
  const code = text.codePointAt(limit - 1) ?? 0;
  return limit > 1 && code > 0xff_ff ? limit - 1 : limit;
}

/** A title cut to `limit` between two characters, with "…" where something is missing. */
export function cutTitle(title: string, limit: number): string {
  const whole = title.normalize('NFC');
  if (whole.length <= limit) return whole;
  return `${whole.slice(0, characterBefore(whole, limit - 1)).trimEnd()}…`;
}
