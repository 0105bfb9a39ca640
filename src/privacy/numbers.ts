import type { MaskKind } from './kinds.ts';

export type NumberKind = Exclude<MaskKind, 'password' | 'email'>;

export interface NumberContext {
  /** Folded text just before and after the number. */
  readonly before: string;
  readonly after: string;
  /** What stands between its groups. */
  readonly between: string;
}

const code = '(?:otp|ma xac (?:thuc|nhan|minh)|ma xn|ma bao mat|(?:ma )?pin|(?:ma )?passcode)';
const codeBefore = new RegExp(`(?<![a-z])${code}(?![a-z])[^\\d#]{0,30}$`);
const codeAfter = new RegExp(`^[^\\d#]{0,15}(?<![a-z])${code}(?![a-z])`);
/** "otp: 4829", "otp là 4829": so short a number only where nothing else stands between. */
const codeJustBefore = new RegExp(`(?<![a-z])${code}[ \\t]*(?:[:=]|la)?[ \\t]*$`);
/** "nó gửi mã 482913" */
const bareCodeBefore = /(?<![a-z])ma(?: la|:)? ?$/;
const identityBefore =
  /(?<![a-z])(?:cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|dinh danh)(?![a-z])[^\d#]{0,24}$|(?:cccd|cmnd)$/;
/** Insurance, tax and passport numbers are hers alone too. */
const registeredBefore =
  /(?<![a-z])(?:bhxh|bhyt|bao hiem|ma so thue|mst|ho chieu|passport)(?![a-z])[^\d#]{0,24}$/;
const accountBefore = /(?<![a-z])(?:stk|so tk|(?:so )?tai khoan|account)(?![a-z])[^\d#]{0,24}$/;
const bankBefore =
  /(?<![a-z])(?:ngan hang|vcb|vietcombank|agribank|bidv|vietinbank|mb ?bank|tcb|techcombank|sacombank|acb|tpbank|vpbank)(?![a-z])[^\d#]{0,24}$/;

/** What a number in a message is, its digits as she grouped them. null: nothing personal is known of it. */
export function kindOfNumber(groups: readonly string[], context: NumberContext): NumberKind | null {
  const digits = groups.join('');
  if (/[,/_]/.test(context.between)) return kindOfLoose(groups, digits);
  const { length } = digits;
  const whole = groups.length === 1;
  const apart = !/[a-z]$/.test(context.before) && !/^[a-z]/.test(context.after);
  if (length === 12 && (whole || digits.startsWith('0'))) return 'identity-number';
  if (isPhone(digits)) return 'phone';
  if (length >= 9 && length <= 13 && identityBefore.test(context.before)) return 'identity-number';
  const registered = length === 7 || (length === 8 && !apart) || (length >= 9 && length <= 15);
  if (registered && registeredBefore.test(context.before)) return 'identity-number';
  if (length >= 6 && length <= 19 && accountBefore.test(context.before)) return 'bank-account';
  if (length >= 9 && length <= 19 && bankBefore.test(context.before)) return 'bank-account';
  if (length === 9 && ((whole && apart) || (!whole && groups.every((group) => group.length === 3))))
    return 'identity-number';
  if (isCode(digits, whole, context)) return 'otp';
  if (isCard(digits)) return 'card';
  return whole && isLong(digits) ? 'bank-account' : null;
}

function isCode(digits: string, whole: boolean, { before, after }: NumberContext): boolean {
  const { length } = digits;
  if (length >= 6 && length <= 8 && (codeBefore.test(before) || codeAfter.test(after))) return true;
  if (length === 6 && whole && !digits.startsWith('00') && bareCodeBefore.test(before)) return true;
  return (length === 4 || length === 5) && !/^(?:19|20|1022)/.test(digits) && codeJustBefore.test(before);
}

/** Joined by "/", "," or "_", as house numbers and amounts are too: only what can be nothing else. */
function kindOfLoose(groups: readonly string[], digits: string): NumberKind | null {
  const [first = ''] = groups;
  if (!first.startsWith('0')) return null;
  const spelled = groups.every((group) => group.length === 1);
  if (digits.length === 12 && (spelled || groups.every((group) => group.length >= 3)))
    return 'identity-number';
  return (spelled || first.length >= 3) && isPhone(digits) ? 'phone' : null;
}

/** Longer than any code of ours: an account or a card. Milliseconds since 1970 are neither. */
const isLong = (digits: string): boolean => /^\d{13,19}$/.test(digits) && !/^1[5-9]\d{11}$/.test(digits);

/** Mobile numbers of today (10 digits) and before 2018 (11), land lines, with 0, 84 or 0084. */
const isPhone = (digits: string): boolean => /^(?:0|84|0084)(?:[35789]\d{8}|1\d{9}|2\d{8,9})$/.test(digits);

/** Payment cards: 13 to 19 digits with a right check digit (Luhn), or of a Vietnamese bank. */
function isCard(digits: string): boolean {
  if (/^9704\d{12}(?:\d{3})?$/.test(digits)) return true;
  if (!/^[2-69]\d{12,18}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const twice = digit * 2;
    sum += place % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}
