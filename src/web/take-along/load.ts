import type { Holder } from './fetch-taken.ts';

/** A name as it is served, not a part of this page's bundle: fetched when somebody asks for it. */
const place: string = '/take-along.js';

/** Heard by what is fetched. */
export const TAKE_ALONG = 'nop-ho-so:take-along';

/** Opens what she takes along over the page. Throws where it cannot be fetched (no network). */
export async function openTakeAlong(holder: Holder): Promise<void> {
  await import(/* @vite-ignore */ place);
  document.dispatchEvent(new CustomEvent<Holder>(TAKE_ALONG, { detail: holder }));
}
