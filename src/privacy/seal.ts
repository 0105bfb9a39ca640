import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '#root/errors.ts';

/** Seals what only sending needs (AES-256-GCM) and hashes what is only looked up (HMAC-SHA-256). */
export interface Sealer {
  /** base64url of version, nonce, tag and cipher text. */
  seal(text: string): string;
  /** Throws SEAL_BROKEN for what was not sealed with this key or was changed since. */
  open(sealed: string): string;
  /** Hex. The same person on two accounts, or on two channels, has two hashes. */
  personHash(channel: string, account: string, person: string): string;
}

const NONCE = 12;
const TAG = 16;
const PREFIX = 'v1.';

/** `key`: 64 hex digits. The hash has a key of its own, derived, so that neither use weakens the other. */
export function createSealer(key: string): Sealer {
  if (!/^[0-9a-f]{64}$/i.test(key)) throw new AppError('SEAL_KEY_MISSING', 'the key must be 64 hex digits');
  const secret = Buffer.from(key, 'hex');
  const hashKey = Buffer.from(hkdfSync('sha256', secret, '', 'person-hash', 32));

  return {
    seal: (text) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      try {
        if (!sealed.startsWith(PREFIX)) throw new Error('unknown version');
        const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, NONCE), {
          authTagLength: TAG,
        });
        decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString(
          'utf8',
        );
      } catch (error) {
        throw new AppError('SEAL_BROKEN', undefined, { cause: error });
      }
    },
    // JSON keeps the parts apart: ("a", "bc") and ("ab", "c") must differ.
    personHash: (channel, account, person) =>
      createHmac('sha256', hashKey)
        .update(JSON.stringify([channel, account, person]))
        .digest('hex'),
  };
}
