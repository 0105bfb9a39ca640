import type { Remedy } from '../push/push-sender.ts';

/** The part of a Graph API error that decides. */
export interface MetaError {
  readonly code: number;
  readonly error_subcode?: number | undefined;
  readonly is_transient?: boolean | undefined;
}

/** Code and subcode decide; texts are localised. A subcode is looked at first: it is more exact. */
export function metaRemedy({ code, error_subcode: subcode, is_transient: transient }: MetaError): Remedy {
  const exact = bySubcode.get(subcode ?? 0);
  if (exact !== undefined) return exact;
  if (transient === true || code === 1 || code === 2) return 'again';
  if ([4, 17, 32, 613].includes(code) || (code >= 80_000 && code <= 80_014)) return 'later';
  if (code === 551) return 'person';
  if (code === 10 || code === 190 || code === 368 || code === 1404 || (code >= 200 && code <= 299)) {
    return 'operator';
  }
  if (code === 100) return 'plain';
  // An unknown one is wrong with this message for good; its number is logged.
  return 'drop';
}

const bySubcode: ReadonlyMap<number, Remedy> = new Map([
  [2_018_278, 'window'],
  [2_018_108, 'person'],
  [1_545_041, 'person'],
  [2_018_001, 'person'],
  [1_893_063, 'operator'],
  [2_018_047, 'plain'],
  [2_018_344, 'drop'],
]);
