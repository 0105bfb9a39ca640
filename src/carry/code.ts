import { randomInt } from 'node:crypto';

/** 31 signs, none that is read as another: no 0 and O, no 1, I and L. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const HALF = 4;

/** Each half mixes letters and digits: hardly a word or a number that somebody types is taken for a code. */
const half = `(?=[2-9A-Z]*[2-9])(?=[2-9A-Z]*[A-Z])[${SIGNS}]{${HALF}}`;
const spoken = new RegExp(
  `^(?:(?:lam\\s+)?tiep(?:\\s+tuc)?\\s+|(?:nhap\\s+)?ma(?:\\s+so)?(?:\\s+la)?\\s*:?\\s+|code\\s*:?\\s+)?(${half})[\\s.–-]?(${half})[.!]?$`,
  'i',
);

/** Eight signs as they are shown, `K7M2-Q9PX`; about 4 × 10^11 of them, each as likely. */
export function newCode(): string {
  return `${newHalf()}-${newHalf()}`;
}

function newHalf(): string {
  for (;;) {
    const drawn = Array.from({ length: HALF }, () => SIGNS[randomInt(SIGNS.length)] ?? '').join('');
    if (/\d/.test(drawn) && /[A-Z]/.test(drawn)) return drawn;
  }
}

/** The code that a message is, nothing else beside it but a word such as "mã" or "tiếp tục". null: it is none. */
export function readCode(text: string): string | null {
  if (text.length > 40) return null;
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').trim();
  const [, first, second] = spoken.exec(plain) ?? [];
  return first === undefined || second === undefined ? null : `${first}-${second}`.toUpperCase();
}
