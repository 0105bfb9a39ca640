/**
 * `ok`: answered. `gone`: the site says there is nothing. `moved`: leads to another site, or to its front page.
 * `failed`: no answer worth believing today. `unasked`: not a site that we may ask.
 */
export const LINK_STATES = ['ok', 'gone', 'moved', 'failed', 'unasked'] as const;
export type LinkState = (typeof LINK_STATES)[number];
