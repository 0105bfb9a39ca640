import type { Release } from '#knowledge/release.ts';
import type { UnitCode } from '#knowledge/schema/ids.ts';
import type { Sheets } from '#replies/sheet.ts';
import { voiceOf, type Voice } from '#replies/wording.ts';
import type { Clock } from '#root/clock.ts';

/** What the server-made pages are made from. They speak Vietnamese: what search engines and shared links show. */
export interface Site {
  readonly release: () => Release;
  readonly sheets: Sheets;
  readonly homeUnit: UnitCode | null;
  readonly clock: Clock;
}

export const siteVoice = (site: Site): Voice => voiceOf(site.release().wording, 'vi');

export const procedurePath = (id: string): string => `/thu-tuc/${id}`;
export const unitPath = (slug: string): string => `/u/${slug}`;
export const kioskPath = (slug: string): string => `/kiosk/${slug}`;
