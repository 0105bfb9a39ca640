import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app has it: SHA-1, six figures, thirty seconds. */
const PERIOD = 30;
const SETTINGS = { algorithm: 'SHA1', digits: 6, period: PERIOD } as const;
/** A clock may be half a minute off. */
const DRIFT = 1;

const totp = (secret: string): TOTP => new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret) });

/** 160 bits, base32 as apps and people type it. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

export const codeAt = (secret: string, step: number): string =>
  totp(secret).generate({ timestamp: step * PERIOD * 1000 });

export const stepAt = (now: number): number => TOTP.counter({ period: PERIOD, timestamp: now });

/** The half minute that a code belongs to; null: a wrong code. The caller keeps a code from working twice. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: DRIFT });
  return delta === null ? null : stepAt(now) + delta;
}

/** What the QR picture says. */
export const uriOf = (secret: string, email: string, issuer: string): string =>
  new TOTP({ ...SETTINGS, issuer, label: email, secret: Secret.fromBase32(secret) }).toString();
