import type { ServerResponse } from 'node:http';
import type { Incoming } from './route.ts';
import type { Origins } from './origins.ts';

/** Headers that every answer carries, errors and preflights too: without them a browser sees status 0 and guesses. */
export function setCommonHeaders(response: ServerResponse, incoming: Incoming, origins: Origins): void {
  response.setHeader('X-Request-Id', incoming.id);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Vary', 'Origin');
  if (incoming.origin === null || !origins.allows(incoming.origin, incoming.baseUrl)) return;
  response.setHeader('Access-Control-Allow-Origin', incoming.origin);
  response.setHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After');
  // The one call that stock clients make with credentials. No other route may be read that way.
  if (incoming.message.url?.startsWith('/v3/directline/session/') === true) {
    response.setHeader('Access-Control-Allow-Credentials', 'true');
  }
}

/** RxJS 5 adds x-requested-with, DirectLineJS x-ms-bot-agent: leave one out and every browser fails. */
export function setPreflightHeaders(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE, OPTIONS');
  response.setHeader(
    'Access-Control-Allow-Headers',
    'Authorization, Content-Type, x-ms-bot-agent, x-requested-with',
  );
  response.setHeader('Access-Control-Max-Age', '7200');
}

/** For HTML pages: only our own scripts and styles, our own sockets, framed only by pages on the allow-list. */
export function pageHeaders(incoming: Incoming, origins: Origins): Record<string, string> {
  const socket = incoming.baseUrl.replace(/^http/, 'ws');
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      // Older Safari does not take 'self' for sockets.
      `connect-src 'self' ${socket}`,
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      `frame-ancestors ${["'self'", ...origins.list].join(' ')}`,
    ].join('; '),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self)',
  };
}
