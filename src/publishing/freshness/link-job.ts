import { setTimeout as sleep } from 'node:timers/promises';
import type { Allowed } from './hosts.ts';
import type { Look } from './look.ts';
import type { FreshnessStore, LinkRow } from './repository.ts';

export const LOOK_AT_LINKS = 'look-at-links';
/** How often a round is made, and how many links it asks for. */
export const ROUND_MS = 10 * 60_000;
const ROUND = 20;
/** One site is asked no faster. */
const PAUSE_MS = 1500;
const DAY_MS = 24 * 3_600_000;
/** A link that answered is asked again after a week, one that did not the next day. */
const againAfter = ({ failures }: LinkRow): number => (failures > 0 ? DAY_MS : 7 * DAY_MS);
const KEPT_MS = 60 * DAY_MS;

export interface LinkJobParts {
  readonly store: Pick<FreshnessStore, 'links' | 'looked' | 'forget'>;
  /** What is live. */
  readonly content: () => unknown;
  readonly allowed: Allowed;
  readonly look: Look;
  readonly clock: () => number;
  readonly pauseMs?: number;
}

/** One round: the official links that were not asked for longest. Bears being cut off: what was seen is written at once. */
export async function lookAtLinks(parts: LinkJobParts): Promise<number> {
  const { store, allowed, look, clock, pauseMs = PAUSE_MS } = parts;
  const known = new Map((await store.links()).map((link) => [link.url, link]));
  const now = clock();
  const due = officialLinks(parts.content(), allowed)
    .filter((url) => {
      const link = known.get(url);
      return link === undefined || link.lookedAt + againAfter(link) <= now;
    })
    .sort((a, b) => (known.get(a)?.lookedAt ?? 0) - (known.get(b)?.lookedAt ?? 0))
    .slice(0, ROUND);
  for (const [n, url] of due.entries()) {
    if (n > 0) await sleep(pauseMs);
    await store.looked(url, await look(url), clock());
  }
  await store.forget(now - KEPT_MS);
  return due.length;
}

/** Every link of a release's sources whose host is on the list, once. */
export function officialLinks(content: unknown, allowed: Allowed): string[] {
  const found = new Set<string>();
  const walk = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const [name, next] of Object.entries<unknown>({ ...inner })) {
      if (name === 'url' && typeof next === 'string') {
        const url = URL.parse(next);
        if (url !== null && allowed(url.hostname)) found.add(next);
      } else walk(next);
    }
  };
  walk(content);
  return [...found];
}
