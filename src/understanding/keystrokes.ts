import { isSyllable } from './syllable.ts';

/**
 * What raw keystrokes would have typed with the Vietnamese keyboard off: Telex "ddawng", "kys", VNI "d9ang8", "ky1".
 * null where the letters are no such keystrokes.
 */
export function fromKeystrokes(typed: string): string | null {
  if (typed.length < 2 || typed.length > 10) return null;
  if (/^[a-z]+$/u.test(typed)) return isSyllable(typed) ? null : legal(telex(typed));
  // Digits that stand for marks: at least two letters, so that "m2" and "a4" stay what they are.
  if (/^[a-z][a-z1-9]+$/u.test(typed) && typed.replace(/\d/gu, '').length >= 2) return legal(vni(typed));
  return null;
}

const legal = (word: string | null): string | null => (word !== null && isSyllable(word) ? word : null);

const TELEX_TONES = new Map([
  ['s', '\u0301'],
  ['f', '\u0300'],
  ['r', '\u0309'],
  ['x', '\u0303'],
  ['j', '\u0323'],
]);
const VNI_TONES = new Map([
  ['1', '\u0301'],
  ['2', '\u0300'],
  ['3', '\u0309'],
  ['4', '\u0303'],
  ['5', '\u0323'],
]);
const VOWEL = /[aeiouyăâêôơư]/u;

function telex(typed: string): string | null {
  const out: string[] = [];
  let tone = '';
  let changed = false;
  for (const key of typed) {
    const before = out.some((letter) => VOWEL.test(letter));
    const mark = TELEX_TONES.get(key);
    if (before && mark !== undefined) tone = mark;
    else if (key === 'w') {
      if (!hook(out)) out.push('ư');
    } else if (!(before || key === 'd') || !hat(out, key)) {
      out.push(key);
      continue;
    }
    changed = true;
  }
  return changed ? withTone(out, tone) : null;
}

function vni(typed: string): string | null {
  const out: string[] = [];
  let tone = '';
  for (const key of typed) {
    const mark = VNI_TONES.get(key);
    if (mark !== undefined) tone = mark;
    else if (key === '6') last(out, 'aeo', 'âêô');
    else if (key === '7') hook(out);
    else if (key === '8') last(out, 'a', 'ă');
    else if (key === '9') last(out, 'd', 'đ');
    else out.push(key);
  }
  return /\d/u.test(typed) ? withTone(out, tone) : null;
}

/** aa, ee, oo, dd, also with letters between ("dangd"). */
function hat(out: string[], key: string): boolean {
  const at = 'aeod'.indexOf(key);
  if (at < 0) return false;
  const place = out.lastIndexOf(key);
  if (place < 0) return false;
  out[place] = 'âêôđ'[at] ?? key;
  return true;
}

/** w and 7: ươ together, else the last of a, o, u. */
function hook(out: string[]): boolean {
  const o = out.lastIndexOf('o');
  if (o > 0 && out[o - 1] === 'u') {
    out[o] = 'ơ';
    out[o - 1] = 'ư';
    return true;
  }
  return last(out, 'oua', 'ơưă');
}

function last(out: string[], from: string, to: string): boolean {
  for (let i = out.length - 1; i >= 0; i--) {
    const at = from.indexOf(out[i] ?? ' ');
    if (at < 0) continue;
    out[i] = to[at] ?? '';
    return true;
  }
  return false;
}

/** Puts the tone on the vowel that carries it: the marked one, else the one before a final or a glide. */
function withTone(letters: readonly string[], tone: string): string | null {
  if (tone === '') return letters.join('');
  const head = /^(?:qu|gi(?=[aeiouyăâêôơư]))/u.exec(letters.join(''))?.[0].length ?? 0;
  const vowels = letters.flatMap((letter, i) => (i >= head && VOWEL.test(letter) ? [i] : []));
  const lastVowel = vowels.at(-1);
  if (lastVowel === undefined) return null;
  const marked = vowels.findLast((i) => 'ăâêôơư'.includes(letters[i] ?? ' '));
  const closed = lastVowel < letters.length - 1;
  const place = marked ?? (closed || vowels.length === 1 ? lastVowel : vowels.at(-2)) ?? lastVowel;
  return letters.map((letter, i) => (i === place ? (letter + tone).normalize('NFC') : letter)).join('');
}
