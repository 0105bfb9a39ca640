import { AppError } from '#root/errors.ts';
import type { Incoming, Who } from '#http/route.ts';
import type { Origins } from '#http/origins.ts';
import { sameSecret, type Claims, type Tokens } from './token.ts';
import { trusted } from './stream.ts';

export interface Guards {
  /** A portal's own server, with the shared secret. */
  readonly secretHolder: Who<null>;
  /** The same, or somebody with a token; null: the secret. */
  readonly secretOrToken: Who<Claims | null>;
  readonly tokenHolder: Who<Claims>;
  /** A page of ours or on the allow-list; callers that are no browsers too. */
  readonly ownPage: Who<null>;
}

export function createGuards(tokens: Tokens, secret: string | null, origins: Origins): Guards {
  const isSecret = (bearer: string): boolean => secret !== null && sameSecret(bearer, secret);
  const tokenOf = (incoming: Incoming): Claims => {
    const claims = tokens.verify(bearerOf(incoming), 'chat');
    if (claims.origins !== undefined && incoming.origin !== null && !trusted(claims, incoming.origin)) {
      throw new AppError('ORIGIN_NOT_ALLOWED');
    }
    return claims;
  };
  return {
    secretHolder: {
      name: 'secret',
      check: (incoming) => {
        if (!isSecret(bearerOf(incoming))) throw new AppError('UNAUTHORIZED');
        return null;
      },
    },
    secretOrToken: {
      name: 'secret or token',
      check: (incoming) => (isSecret(bearerOf(incoming)) ? null : tokenOf(incoming)),
    },
    tokenHolder: { name: 'token', check: tokenOf },
    ownPage: {
      name: 'own page',
      check: (incoming) => {
        if (!origins.allows(incoming.origin, incoming.baseUrl)) throw new AppError('ORIGIN_NOT_ALLOWED');
        return null;
      },
    },
  };
}

function bearerOf(incoming: Incoming): string {
  const [, bearer] =
    /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(incoming.message.headers.authorization ?? '') ?? [];
  if (bearer === undefined) throw new AppError('UNAUTHORIZED');
  return bearer;
}

/** A token opens its own conversation; any other does not exist for it (a 403 would make clients throw it away). */
export function ownConversation(claims: Claims, id: string): string {
  if (claims.conv !== id) throw new AppError('CONVERSATION_UNKNOWN');
  return id;
}
