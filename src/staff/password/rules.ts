import { commonPasswords } from './common.ts';

/** Why a password is refused; a page has a sentence for each. */
export const WEAKNESSES = ['short', 'long', 'common', 'pattern', 'about-you'] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** Longer is no password but a way to keep the server busy. */
const LONGEST = 256;

/**
 * Length, and whether somebody would guess it early: well-known words with figures and signs around them, rows of keys
 * or figures, one piece repeated, the person's own name or address. No rules about kinds of characters: they make
 * passwords worse (NIST SP 800-63B).
 */
export function weaknessOf(
  password: string,
  shortest: number,
  person: { readonly email: string; readonly name: string },
): Weakness | null {
  const { length } = Array.from(password.normalize('NFC'));
  if (length < shortest) return 'short';
  if (length > LONGEST) return 'long';
  const plain = foldToAscii(password);
  const letters = plain.replace(/[^a-z]/g, '');
  const core = plain.replace(/[^a-z]+$/, '');
  const undisguised = [plain, core].map((text) => undisguise(text).replace(/[^a-z]/g, ''));
  if ([plain, letters, ...undisguised].some(isCommon)) return 'common';
  if (isPattern(plain)) return 'pattern';
  if (isAboutPerson(letters, person)) return 'about-you';
  return null;
}

function foldToAscii(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, '');
}

const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const undisguise = (text: string): string => text.replace(/[013457@$!]/g, (sign) => disguises[sign] ?? sign);

/** The word itself, or two of them in a row: "adminadmin", "vietnampassword". */
function isCommon(text: string): boolean {
  if (commonPasswords.has(text)) return true;
  for (let cut = 3; cut <= text.length - 3; cut += 1) {
    if (commonPasswords.has(text.slice(0, cut)) && commonPasswords.has(text.slice(cut))) return true;
  }
  return false;
}

const rows = [
  '0123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
];
const backwards = rows.map((row) => row.split('').reverse().join(''));

/** Few different characters, a short piece again and again, mostly a row, or a telephone number or date alone. */
function isPattern(text: string): boolean {
  if (new Set(text).size < 5) return true;
  if (/^(.{1,6}?)\1+.{0,3}$/.test(text)) return true;
  if (/^[\d./+\-()_]+$/.test(text) && text.replace(/\D/g, '').length < 16) return true;
  return longestRun(text) > text.length / 2;
}

function longestRun(text: string): number {
  let longest = 0;
  for (let from = 0; from < text.length; from += 1) {
    for (let to = from + Math.max(4, longest + 1); to <= text.length; to += 1) {
      const piece = text.slice(from, to);
      if (![...rows, ...backwards].some((row) => row.includes(piece))) break;
      longest = piece.length;
    }
  }
  return longest;
}

/** What is left without the own name, address and well-known words is too little. */
function isAboutPerson(letters: string, { email, name }: { email: string; name: string }): boolean {
  const [local = '', domain = ''] = foldToAscii(email).split('@');
  const words = [
    foldToAscii(name),
    local,
    domain.split('.')[0] ?? '',
    ...name.split(/\s+/).map(foldToAscii),
    ...local.split(/[._\-\d]+/),
  ].map((word) => word.replace(/[^a-z]/g, ''));
  let left = letters;
  for (const word of words.filter(({ length }) => length >= 3).sort((a, b) => b.length - a.length)) {
    left = left.replaceAll(word, '');
  }
  return left !== letters && (left.length < 4 || commonPasswords.has(left));
}
