import { Alert } from 'antd';
import { ApiError, sentenceFor } from '../../api/error.ts';
import { signInWords } from '../../words/sign-in.vi.ts';

/** What a refused form says, above its button; nothing while there is no error. */
export function Refusal({ error, length = 12 }: { readonly error: unknown; readonly length?: number }) {
  if (error === null || error === undefined) return null;
  return <Alert type="error" showIcon role="alert" title={whyOf(error, length)} className="refusal" />;
}

/** The reason stands at the end of what the server says: a kind of weakness, seconds to wait. */
function whyOf(error: unknown, length: number): string {
  if (!(error instanceof ApiError)) return sentenceFor(error);
  const detail = /: ([\w-]+)/.exec(error.detail ?? '')?.[1] ?? '';
  if (error.code === 'LockedOut' && /^\d+$/.test(detail))
    return signInWords.lockedFor(waitOf(Number(detail)));
  if (error.code !== 'PasswordWeak') return error.message;
  const { weak } = signInWords;
  switch (detail) {
    case 'short':
      return weak.short(length);
    case 'long':
    case 'common':
    case 'pattern':
    case 'about-you':
      return weak[detail];
    default:
      return error.message;
  }
}

const waitOf = (seconds: number): string =>
  seconds < 100 ? signInWords.seconds(seconds) : signInWords.minutes(Math.ceil(seconds / 60));
