import type { Incoming } from '#http/route.ts';
import { AppError } from '#root/errors.ts';

/**
 * Refuses what another site made a browser send. Browsers name where a request comes from themselves, no script can
 * change it; where they do not (plain http), Origin must be ours. A changing request that says neither is no browser's.
 * Throws CROSS_SITE.
 */
export function fromOurPages({ message, origin, baseUrl }: Incoming): void {
  const site = message.headers['sec-fetch-site'];
  const reading = message.method === 'GET' || message.method === 'HEAD';
  if (site !== undefined) {
    // `none`: typed or opened from a bookmark, which only reads.
    if (site === 'same-origin' || (reading && site === 'none')) return;
  } else if (origin === null ? reading : isOurs(origin, baseUrl)) return;
  throw new AppError('CROSS_SITE');
}

const isOurs = (origin: string, baseUrl: string): boolean =>
  URL.canParse(origin) && URL.canParse(baseUrl) && new URL(origin).origin === new URL(baseUrl).origin;
