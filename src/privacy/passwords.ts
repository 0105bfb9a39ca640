import type { Span } from './kinds.ts';

const keyword = /(?<![\p{L}\p{N}])(?:mat ?khau|password|passwd|pass|pwd|pw|mk)(?![\p{L}\p{N}])/gu;
/** Words between "mật khẩu" and the password itself. */
const filler =
  /[ \t]+(?:cap [12]|cua|toi|minh|em|chi|anh|con|vneid|dvc|cu|moi|dang nhap|tai khoan|dat|de|doi|thanh|wifi|email|zalo)(?![\p{L}\p{N}])/uy;
const sign = /[ \t]*[:=]+[ \t]*|[ \t]+(?:la|is)[ \t]*:?[ \t]+/uy;
const gap = /[ \t]+/uy;
const token = /[^\s]+/uy;
/** A password of several words that ends in figures: "Hoa Lan 123". */
const rest = /(?:[ \t]+[a-z]{1,12}){0,2}[ \t]+[^\s\d]*\d{2,6}[^\s\d]*(?=\s|$)/uy;
/** "mật khẩu là gì" asks; nothing is told. */
const asking =
  /^(?:gi|j|sao|nao|chi|bao|the|nhu|do|dau|khong|ko|k|hay|co|mot|cai|ma|phai|duoc|bi|tu)[?!.,…]*$/u;
/** Words that begin a sentence when another follows: "mật khẩu là em quên rồi". */
const talking =
  /^(?:em|toi|minh|chi|anh|con|chu|so|lam|quen|sai|cua|thi|roi|can|nen|dung|chua|luon|loi|het|vay|khi|vi|neu|ai|cho|xin|giup|nhap|dang)$/u;
const another = /[ \t]+\p{L}/uy;

/** Passwords after their word. Without ":" or "là" only what looks like one: "quên mật khẩu thì" stays. */
export function findPasswords(folded: string): readonly Span[] {
  const spans: Span[] = [];
  for (const word of folded.matchAll(keyword)) {
    let at = word.index + word[0].length;
    for (let words = 0; words < 6; words += 1) {
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
    if (afterSign === null ? !looksSecret(said) : isTalk(said, folded, to)) continue;
    const end = afterSign !== null && !/\d/.test(said) ? match(rest, folded, to) : null;
    spans.push({ from, to: end ?? to, kind: 'password' });
  }
  return spans;
}

const isTalk = (said: string, folded: string, to: number): boolean =>
  asking.test(said) || (talking.test(said) && match(another, folded, to) !== null);

const looksSecret = (said: string): boolean => said.length >= 4 && /\d|[@$%^&*][a-z]/.test(said);

/** End of the match of a sticky pattern at a place. */
function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
