import { foldInPlace } from './fold.ts';
import type { MaskKind, Span } from './kinds.ts';
import { kindOfNumber } from './numbers.ts';
import { findPasswords } from './passwords.ts';
import { blankPublicNumbers } from './public.ts';

/** What stands in place of what was masked; she sees it. No digits in them. */
export type MaskLabels = Readonly<Record<MaskKind, string>>;

/**
 * The one place where words for people stand in code: masking must work before any release is loaded,
 * and a pure function reads no files. The composition may hand over others from the wording.
 */
export const defaultMaskLabels: MaskLabels = {
  'identity-number': '[đã che số định danh]',
  otp: '[đã che mã OTP]',
  password: '[đã che mật khẩu]',
  phone: '[đã che số điện thoại]',
  'bank-account': '[đã che số tài khoản]',
  card: '[đã che số thẻ]',
  email: '[đã che email]',
};

export interface Masked {
  readonly text: string;
  readonly masked: readonly MaskKind[];
}

/**
 * Covers personal data that a resident typed. Pure, linear in the length; a second time changes nothing.
 * Hotlines, codes of procedures and dossiers, dates and amounts stay.
 */
export function mask(text: string, labels: MaskLabels = defaultMaskLabels): Masked {
  let current = text;
  const kinds = new Set<MaskKind>();
  // What a mask leaves may stand beside its word now ("otp 1234 567890"): until nothing more is found.
  for (let round = 0; round < ROUNDS; round += 1) {
    const once = maskOnce(current, labels);
    if (once.masked.length === 0) break;
    current = once.text;
    for (const kind of once.masked) kinds.add(kind);
  }
  return { text: current, masked: [...kinds] };
}

const ROUNDS = 4;

function maskOnce(text: string, labels: MaskLabels): Masked {
  const composed = text.normalize('NFC');
  const folded = blankPublicNumbers(blankLabels(composed, foldInPlace(composed), labels));
  const spans = [...findPasswords(folded), ...findEmails(folded), ...findNumbers(folded)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  if (spans.length === 0) return { text, masked: [] };
  const parts: string[] = [];
  const kinds: MaskKind[] = [];
  let done = 0;
  for (const { from, to, kind } of spans) {
    if (from < done) continue;
    parts.push(composed.slice(done, from), labels[kind]);
    kinds.push(kind);
    done = to;
  }
  parts.push(composed.slice(done));
  return { text: parts.join(''), masked: kinds };
}

/** Labels of an earlier masking are neither words nor numbers. */
function blankLabels(text: string, folded: string, labels: MaskLabels): string {
  return Object.values(labels).reduce((blanked, label) => {
    const parts: string[] = [];
    let done = 0;
    for (let at = text.indexOf(label); at !== -1; at = text.indexOf(label, done)) {
      parts.push(blanked.slice(done, at), '#'.repeat(label.length));
      done = at + label.length;
    }
    return done === 0 ? blanked : parts.join('') + blanked.slice(done);
  }, folded);
}

const NAME = /[\p{L}\p{N}._%+-]/u;
const HOST = /[\p{L}\p{N}.-]/u;

function findEmails(folded: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = folded.indexOf('@'); at !== -1; at = folded.indexOf('@', at + 1)) {
    let from = at;
    while (from > 0 && at - from < 64 && NAME.test(folded.charAt(from - 1))) from -= 1;
    let to = at + 1;
    while (to < folded.length && to - at < 254 && HOST.test(folded.charAt(to))) to += 1;
    while (to > at && /[.-]/.test(folded.charAt(to - 1))) to -= 1;
    if (from < at && folded.slice(at + 1, to).includes('.')) spans.push({ from, to, kind: 'email' });
  }
  return spans;
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

const SEPARATED = /\d(?:[ .,/_()\-\u00a0]{0,2}\d)*/g;

/** Numbers may be grouped, and stand one after another: the longest reading that means something wins. */
function findNumbers(folded: string): readonly Span[] {
  const spans: Span[] = [];
  for (const run of folded.matchAll(SEPARATED)) {
    const groups: readonly Group[] = [...run[0].matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
      from: run.index + index,
      to: run.index + index + digits.length,
      digits,
    }));
    for (let first = 0; first < groups.length;) {
      const found = longestFrom(groups, first, folded);
      if (found !== null) spans.push(found.span);
      first = found?.next ?? first + 1;
    }
  }
  return spans;
}

function longestFrom(
  groups: readonly Group[],
  first: number,
  folded: string,
): { readonly span: Span; readonly next: number } | null {
  const start = groups[first];
  if (start === undefined) return null;
  let length = 0;
  let best: { readonly span: Span; readonly next: number } | null = null;
  const digits: string[] = [];
  const from = folded.charAt(start.from - 1) === '+' ? start.from - 1 : start.from;
  const before = folded.slice(Math.max(0, from - 60), from);
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last];
    if (group === undefined) break;
    length += group.digits.length;
    if (length > 19) break;
    digits.push(group.digits);
    const after = folded.slice(group.to, group.to + 40);
    const kind = kindOfNumber(digits, { before, after, between: folded.slice(start.to, group.from) });
    if (kind !== null) best = { span: { from, to: group.to, kind }, next: last + 1 };
  }
  return best;
}
