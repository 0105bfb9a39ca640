import type { CompiledRelease } from '#knowledge/release.ts';
import { blockStrings } from './block-strings.ts';
import type { Reply } from '#replies/reply.ts';

/** Tells which strings of a reply neither the knowledge nor the wording accounts for. */
export interface Support {
  unsupported(reply: Reply): readonly string[];
}

/**
 * Everything the bot may say is a text of the release, a wording with its places filled by such texts,
 * or a value (amount, date, count) that stands in the release. What is left was invented somewhere.
 */
export function supportFrom(release: CompiledRelease): Support {
  const texts = new Set<string>();
  const templates: RegExp[] = [];
  const numbers = new Set<string>();
  collect(
    release,
    (text) => {
      const said = normalise(text);
      for (const number of numbersIn(said)) numbers.add(number);
      if (/\{[a-zA-Z]+\}/.test(said)) templates.push(templateOf(said));
      else texts.add(said);
      for (const sentence of sentencesOf(said)) {
        if (/\{[a-zA-Z]+\}/.test(sentence)) templates.push(templateOf(sentence));
        else texts.add(sentence);
      }
    },
    (number) => numbers.add(String(number)),
  );

  const known = new Map<string, boolean>();
  const isSupported = (text: string, depth: number): boolean => {
    const said = normalise(text);
    if (said === '' || texts.has(said)) return true;
    const key = `${depth}${said}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = isValue(said, numbers) || fitsTemplate(said, depth) || isList(said, depth);
    known.set(key, answer);
    return answer;
  };
  const fitsTemplate = (said: string, depth: number): boolean => {
    if (depth === 0) return false;
    return templates.some((template) => {
      const match = template.exec(said);
      return match !== null && match.slice(1).every((filled) => isSupported(filled ?? '', depth - 1));
    });
  };
  /** Several supported texts joined by line ends, sentence ends or the signs that lists are made with. */
  const isList = (said: string, depth: number): boolean => {
    if (depth === 0) return false;
    for (const separator of [/\n+/u, /(?<=[.!?:;])\s+/u, /\s+[–·•]\s+/u, /;\s+/u, /,\s+/u]) {
      const parts = said.split(separator);
      if (parts.length > 1 && parts.every((part) => isSupported(part, depth - 1))) return true;
    }
    return false;
  };
  return {
    unsupported: (reply) => blockStrings(reply).filter((text) => !isSupported(text, 4)),
  };
}

function collect(value: unknown, text: (text: string) => void, number: (value: number) => void): void {
  if (typeof value === 'string') text(value);
  else if (typeof value === 'number') number(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, text, number);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) collect(item, text, number);
}

function normalise(text: string): string {
  const flat = text.normalize('NFC').trim().toLowerCase();
  return flat.replace(/[.:;,!?\s]+$/u, '');
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?:;])\s+|\n+/u)
    .map(normalise)
    .filter((sentence) => sentence !== '');
}

function templateOf(text: string): RegExp {
  const parts = text
    .split(/\{[a-zA-Z]+\}/u)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('([\\s\\S]{0,600}?)')}$`, 'u');
}

/** Numbers as they are spoken: thousands with dots, dates with slashes taken apart. */
function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(/\d[\d.]*\d|\d/gu)].map(([digits]) => digits.replaceAll('.', ''));
}

/** An amount, a date or a count: every number in it stands in the release or counts steps and papers. */
function isValue(said: string, numbers: ReadonlySet<string>): boolean {
  const words = said.replace(/[\d./:–-]+/gu, ' ').trim();
  const isNumeric = /^(đồng|ngày|ngày làm việc|giờ|lần|bản|người|bước|tháng|năm|\/|\s)*$/u.test(words);
  return (
    isNumeric &&
    numbersIn(said).every(
      (number) => numbers.has(number) || numbers.has(String(Number(number))) || Number(number) <= 40,
    )
  );
}
