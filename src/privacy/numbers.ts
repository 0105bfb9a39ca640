import type { MaskKind } from './kinds.ts';

export type NumberKind = Exclude<MaskKind, 'password' | 'email'>;

export interface NumberContext {
  /** Folded text just before and after the number. */
  readonly before: string;
  readonly after: string;
}

const otpBefore = /(?<![a-z])(?:otp|ma xac (?:thuc|nhan))(?![a-z])[^\d#]{0,30}$/;
const otpAfter = /^[^\d#]{0,15}(?<![a-z])(?:otp|ma xac (?:thuc|nhan))(?![a-z])/;
const accountBefore = /(?<![a-z])(?:stk|so tk|(?:so )?tai khoan|account)(?![a-z])[^\d#]{0,24}$/;

/** What a number in a message is, its digits as she grouped them. null: nothing personal is known of it. */
export function kindOfNumber(groups: readonly string[], context: NumberContext): NumberKind | null {
  const digits = groups.join('');
  const whole = groups.length === 1;
  if (digits.length === 12 && (whole || digits.startsWith('0'))) return 'identity-number';
  if (isPhone(digits)) return 'phone';
  if (digits.length >= 6 && digits.length <= 19 && accountBefore.test(context.before)) return 'bank-account';
  if (digits.length === 9 && (whole || groups.every(({ length }) => length === 3))) return 'identity-number';
  if (
    digits.length >= 6 &&
    digits.length <= 8 &&
    (otpBefore.test(context.before) || otpAfter.test(context.after))
  )
    return 'otp';
  return isCard(digits) ? 'card' : null;
}

/** Mobile numbers of today (10 digits) and before 2018 (11), land lines, with 0, 84 or 0084. */
const isPhone = (digits: string): boolean => /^(?:0|84|0084)(?:[35789]\d{8}|1\d{9}|2\d{8,9})$/.test(digits);

/** Payment cards: 13 to 19 digits with a right check digit (Luhn). */
function isCard(digits: string): boolean {
  if (!/^[2-69]\d{12,18}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const twice = digit * 2;
    sum += place % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}
