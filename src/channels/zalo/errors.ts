import type { Remedy } from '../push/push-sender.ts';

/** What an error code of the OA API asks for; `renew`: a new access token, and once more. */
export type ZaloRemedy = Remedy | 'renew';

const codes: readonly (readonly [ZaloRemedy, readonly number[]])[] = [
  ['renew', [-216, -220, -124]],
  ['later', [-32]],
  ['again', [-200]],
  ['plain', [-201, -210]],
  ['window', [-230, -232]],
  ['person', [-213, -217, -218, -227, -244]],
  ['operator', [-204, -205, -209, -211, -212, -219, -221, -223, -224, -238, -240, -241, -242, -248]],
  ['operator', [-249, -320, -321]],
  ['drop', [-100, -233, -234, -235, -237, -403]],
];

const remedies: ReadonlyMap<number, ZaloRemedy> = new Map(
  codes.flatMap(([remedy, list]) => list.map((code) => [code, remedy] as const)),
);

/** A code that nobody knows is wrong with this message for good; its number is logged. */
export const zaloRemedy = (code: number): ZaloRemedy => remedies.get(code) ?? 'drop';
