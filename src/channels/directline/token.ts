import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#root/errors.ts';

/**
 * A signed token, shaped as a JWT because stock clients look inside for `user`.
 * Bound to one conversation and account, one purpose and a time.
 */
export const claimsSchema = z.strictObject({
  /** `chat`: all calls of a conversation. `stream`: opening one socket. */
  use: z.enum(['chat', 'stream']),
  conv: z.string().min(1),
  /** Account id: home unit's code, or `city`. */
  account: z.string().min(1),
  /** Overrides from.id of every activity; absent: the client's own id stands. */
  user: z.string().optional(),
  origins: z.array(z.string()).optional(),
  /** Seconds since the epoch. */
  exp: z.int(),
});
export type Claims = z.infer<typeof claimsSchema>;

export const lifetimes = { chat: 1800, stream: 60 } as const;

/** How long after its end a chat token still brings her back to her conversation, by way of a fresh one. */
const RESUMABLE_SECONDS = 30 * 24 * 3600;

export interface Tokens {
  issue(claims: Omit<Claims, 'exp'>): string;
  /** Throws UNAUTHORIZED for what we did not sign or signed for another use, TOKEN_EXPIRED for what is truly expired. */
  verify(token: string, use: Claims['use']): Claims;
  /** The claims of a chat token of the last 30 days, expired or not; null for any other. */
  recent(token: string): Claims | null;
}

/** Verified tokens kept, so that a conversation's calls cost one signature and not one each. */
const MOST_KNOWN = 5_000;

const header = base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));

/** `sealKey`: 64 hex digits; the signing key is derived from it and good for nothing else. */
export function createTokens(sealKey: string, clock: () => number): Tokens {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(sealKey, 'hex'), '', 'direct-line token', 32));
  const sign = (signed: string): string => createHmac('sha256', key).update(signed).digest('base64url');
  const known = new Map<string, Claims>();
  /** The signature alone: whoever asks looks at use and time at every call. */
  const signedBy = (token: string): Claims | null => {
    const remembered = known.get(token);
    if (remembered !== undefined) return remembered;
    const claims = opened(token);
    if (claims === null) return null;
    if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? '');
    known.set(token, claims);
    return claims;
  };
  const opened = (token: string): Claims | null => {
    const [head, body, signature, more] = token.split('.');
    // Our own header or none: what the token says about its algorithm is never believed.
    if (head !== header || body === undefined || signature === undefined || more !== undefined) return null;
    if (!sameSecret(signature, sign(`${head}.${body}`))) return null;
    return Object.freeze(claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString())));
  };
  return {
    issue(claims) {
      const exp = Math.floor(clock() / 1000) + lifetimes[claims.use];
      const signed = `${header}.${base64url(JSON.stringify({ ...claims, exp }))}`;
      return `${signed}.${sign(signed)}`;
    },
    verify(token, use) {
      const claims = signedBy(token);
      if (claims === null || claims.use !== use) throw new AppError('UNAUTHORIZED');
      if (claims.exp * 1000 <= clock()) throw new AppError('TOKEN_EXPIRED');
      return claims;
    },
    recent(token) {
      const claims = signedBy(token);
      return claims?.use === 'chat' && (claims.exp + RESUMABLE_SECONDS) * 1000 > clock() ? claims : null;
    },
  };
}

/** Compares without telling by its time how much was right. */
export function sameSecret(given: string, expected: string): boolean {
  const a = createHmac('sha256', 'compare').update(given).digest();
  const b = createHmac('sha256', 'compare').update(expected).digest();
  return timingSafeEqual(a, b);
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
