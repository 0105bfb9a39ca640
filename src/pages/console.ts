import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '#http/answer.ts';
import type { Origins } from '#http/origins.ts';
import { anyone, noInput, route, type Route } from '#http/route.ts';
import { builtFiles, serve } from '#http/static.ts';
import { AppError } from '#root/errors.ts';

const HOME = '/quan-tri';

/**
 * The staff's console: its files below `/quan-tri/assets`, and its one page on every other address below `/quan-tri`,
 * which the page itself routes. `folder`: as built from `src/web/console`.
 */
export function consoleRoutes(folder: string, origins: Origins): readonly Route[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = builtFiles(folder).filter(([path]) => path.startsWith('/assets/'));
  return [
    ...files.map(([path, file]) => get(`${HOME}${path}`, (incoming) => serve(file, incoming, origins))),
    // A part of a build that was replaced: the page must not be mistaken for it.
    get(`${HOME}/assets/*`, () => {
      throw new AppError('NOT_FOUND');
    }),
    get(HOME, () => consolePage(page)),
    get(`${HOME}/*`, () => consolePage(page)),
  ];
}

/** Made anew each time: a nonce that is known beforehand is none. */
function consolePage(page: string): Answer {
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    bytes: page.replace('%STYLE_NONCE%', nonce),
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...consoleHeaders(nonce) },
  };
}

/** Only our own scripts; styles of our own or of the components, which carry the nonce; framed by nobody. */
function consoleHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      // Sizes and places that the components compute; an attribute cannot fetch from elsewhere, nor bring a rule.
      "style-src-attr 'unsafe-inline'",
      // Pictures that an officer chose, before they are sent.
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': 'noindex, nofollow',
  };
}

const get = (path: string, answer: (incoming: Parameters<typeof serve>[1]) => Answer): Route =>
  route({
    method: 'GET',
    path,
    who: anyone,
    in: noInput,
    out: { 200: null, 304: null },
    handler: ({ incoming }) => answer(incoming),
  });
