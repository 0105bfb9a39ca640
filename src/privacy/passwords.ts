import type { Span } from './kinds.ts';

const keyword = /(?<![\p{L}\p{N}])(?:mat khau|password|pass|mk)(?![\p{L}\p{N}])/gu;
/** Words between "mật khẩu" and the password itself. */
const filler = /[ \t]+(?:cua|toi|minh|em|chi|anh|con|vneid|dvc|cu|moi|dang nhap|tai khoan)(?![\p{L}\p{N}])/uy;
const sign = /[ \t]*[:=]+[ \t]*|[ \t]+(?:la|is)[ \t]*:?[ \t]+/uy;
const gap = /[ \t]+/uy;
const token = /[^\s]+/uy;
/** "mật khẩu là gì" asks; nothing is told. */
const asking =
  /^(?:gi|j|sao|nao|chi|bao|the|nhu|do|dau|khong|ko|k|hay|co|mot|cai|ma|phai|duoc|bi|tu)[?!.,…]*$/u;

/** Passwords after their word. Without ":" or "là" only what looks like one: "quên mật khẩu thì" stays. */
export function findPasswords(folded: string): readonly Span[] {
  const spans: Span[] = [];
  for (const word of folded.matchAll(keyword)) {
    let at = word.index + word[0].length;
    for (let words = 0; words < 4; words += 1) {
      const next = match(filler, folded, at);
      if (next === null) break;
      at = next;
    }
    const afterSign = match(sign, folded, at);
    const from = afterSign ?? match(gap, folded, at);
    if (from === null) continue;
    const to = match(token, folded, from);
    if (to === null) continue;
    const said = folded.slice(from, to);
    if (said.startsWith('#')) continue;
    if (afterSign === null ? looksSecret(said) : !asking.test(said))
      spans.push({ from, to, kind: 'password' });
  }
  return spans;
}

const looksSecret = (said: string): boolean => said.length >= 4 && /\d/.test(said);

/** End of the match of a sticky pattern at a place. */
function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
