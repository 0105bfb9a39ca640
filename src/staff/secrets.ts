import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser or a person holds: 256 bits, URL-safe. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Of a token of ours, long enough that nobody guesses it back. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export type KeyedHash = (text: string) => string;

/** For what is short enough to be guessed: the table alone does not give it away. `purpose` keeps uses apart. */
export function keyedHash(sealKey: string, purpose: string): KeyedHash {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(sealKey, 'hex'), '', purpose, 32));
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}
