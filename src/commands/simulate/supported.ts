import type { CompiledRelease } from '#knowledge/release.ts';
import type { Reply } from '#replies/reply.ts';
import { blockStrings } from './block-strings.ts';

/** Tells which strings of a reply neither the knowledge nor the wording accounts for. */
export interface Support {
  unsupported(reply: Reply): readonly string[];
}

interface Template {
  readonly start: string;
  readonly end: string;
  readonly pattern: RegExp;
}

/** How deep a wording may stand in a place of another one. */
const DEPTH = 4;

/**
 * Everything the bot may say is a text of the release, a name of the national list, a wording with its places filled by such texts,
 * a value (amount, date, count) that stands in the release, or several of these joined by the signs
 * that sentences and lists are joined with. What is left was invented somewhere.
 */
export function supportFrom(release: CompiledRelease, names: readonly string[]): Support {
  const texts = new Set<string>();
  const templates: Template[] = [];
  const numbers = new Set<string>();
  for (const name of names) texts.add(normalise(name));
  collect(release, {
    text: (text) => {
      const said = normalise(text);
      for (const number of numbersIn(said)) numbers.add(number);
      // A published text may be shown sentence by sentence.
      for (const part of [said, ...said.split(/(?<=[.!?])\s+/u).map(normalise)]) {
        if (/\{[a-zA-Z]+\}/u.test(part)) templates.push(templateOf(part));
        else texts.add(part);
      }
    },
    number: (number) => numbers.add(String(number)),
  });

  const known = new Map<string, boolean>();
  const isSupported = (text: string, depth: number): boolean => {
    const said = normalise(text);
    if (said === '' || texts.has(said)) return true;
    const key = `${depth}|${said}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, false);
    const answer = isJoined(said, depth);
    known.set(key, answer);
    return answer;
  };
  const isAtom = (part: string, depth: number): boolean => {
    const said = normalise(part);
    return said === '' || texts.has(said) || isValue(said, numbers) || fitsTemplate(said, depth);
  };
  const fitsTemplate = (said: string, depth: number): boolean =>
    depth > 0 &&
    templates.some(({ start, end, pattern }) => {
      if (!said.startsWith(start) || !said.endsWith(end)) return false;
      const match = pattern.exec(said);
      return match !== null && match.slice(1).every((filled) => isSupported(filled ?? '', depth - 1));
    });
  /** Whether the string can be cut at joining signs into parts that are each accounted for. */
  const isJoined = (said: string, depth: number): boolean => {
    const cuts = [
      0,
      ...[...said.matchAll(JOINTS)].map((joint) => joint.index + joint[0].length),
      said.length,
    ];
    const reached = new Set([0]);
    for (let to = 1; to < cuts.length; to += 1) {
      for (let from = to - 1; from >= 0; from -= 1) {
        if (!reached.has(from)) continue;
        const part = said.slice(cuts[from], cuts[to]);
        if (!isAtom(part, depth) && !isAtom(part.replace(JOINT_AT_END, ''), depth)) continue;
        reached.add(to);
        break;
      }
    }
    return reached.has(cuts.length - 1);
  };
  return { unsupported: (reply) => blockStrings(reply).filter((text) => !isSupported(text, DEPTH)) };
}

const JOINTS = /\n+|[.!?:;,] |\.; | – | • |\/| \(|\)|" ?| hoặc | và /gu;
const JOINT_AT_END = /(?:\n+|[.!?:;,] ?| – ?| • ?|\/| \(|\)|"| hoặc | và )$/u;

function collect(
  value: unknown,
  into: { text: (text: string) => void; number: (value: number) => void },
): void {
  if (typeof value === 'string') into.text(value);
  else if (typeof value === 'number') into.number(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) collect(item, into);
  }
}

function normalise(text: string): string {
  const flat = text.normalize('NFC').trim().toLowerCase();
  return flat.replace(/^• /u, '').replace(/[.:;,!?\s]+$/u, '');
}

function templateOf(text: string): Template {
  const parts = text.split(/\{[a-zA-Z]+\}/u);
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return {
    start: parts[0] ?? '',
    end: parts.at(-1) ?? '',
    pattern: new RegExp(`^${escaped.join('([\\s\\S]*?)')}$`, 'u'),
  };
}

/** Numbers as they are spoken: thousands with dots. */
function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(/\d[\d.]*\d|\d/gu)].map(([digits]) => digits.replaceAll('.', ''));
}

/** An amount, a date or a count: every number in it stands in the release or counts steps and papers. */
function isValue(said: string, numbers: ReadonlySet<string>): boolean {
  if (!/^[\d./:\s–-]*(đồng)?$/u.test(said)) return false;
  return numbersIn(said).every(
    (number) => numbers.has(number) || numbers.has(String(Number(number))) || Number(number) <= 31,
  );
}
