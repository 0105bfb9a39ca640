import { z } from 'zod';
import { ok } from '#http/answer.ts';
import { noInput, route, type Route, type Who } from '#http/route.ts';
import type { Release } from '#knowledge/release.ts';
import type { Sheets } from '#replies/sheet.ts';
import { AppError } from '#root/errors.ts';
import type { Clock } from '#root/clock.ts';
import type { TurnStore } from '#turns/ports.ts';
import { CARRY_MS, type CarryStore } from './carry.ts';
import { newCode } from './code.ts';

export interface CarryRoutesOptions {
  readonly tokenHolder: Who<{ readonly conv: string }>;
  readonly store: Pick<TurnStore, 'findConversation'>;
  readonly carry: CarryStore;
  readonly sheets: Sheets;
  readonly release: () => Release;
  readonly clock: Clock;
}

/** `outlives`: the shared screen erases its conversation in a moment; the code is what she takes from it. */
const askedSchema = z.object({ outlives: z.boolean().optional() });

const codeSchema = z.strictObject({
  code: z.string(),
  /** Opens the chat on another device and hands the code over; it stands behind `#`, where no server sees it. */
  url: z.string(),
  expiresAt: z.int(),
});

/** How often one conversation may ask for a code. */
const limit = { points: 10, seconds: 15 * 60, key: ({ conv }: { conv: string }) => conv };

/** What she takes along: the slip of her case, and a code to go on elsewhere. Nothing of it is personal. */
export function carryRoutes(options: CarryRoutesOptions): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/portal/take-along',
      who: options.tokenHolder,
      in: { ...noInput, body: askedSchema },
      out: { 200: z.strictObject({ slip: z.unknown(), carry: codeSchema.nullable() }) },
      limit,
      handler: async ({ caller, body, incoming }) => {
        const now = options.clock();
        const release = options.release();
        const conversation = await options.store.findConversation(caller.conv);
        if (conversation === null) throw new AppError('CONVERSATION_UNKNOWN');
        const { state, account, lang } = conversation;
        const slip = options.sheets.ofState(state, { release, homeUnit: account.homeUnit, lang, now });
        const packed = options.sheets.packed(state, account.homeUnit);
        if (packed === null) return ok({ slip, carry: null });
        const code = await putUnderNewCode(
          options.carry,
          packed,
          body.outlives === true ? null : caller.conv,
          now,
        );
        const slug = account.homeUnit === null ? undefined : release.units.get(account.homeUnit)?.slug;
        const page = slug === undefined ? '/' : `/u/${slug}`;
        const url = `${incoming.baseUrl}${page}#tiep=${code}`;
        return ok({ slip, carry: { code, url, expiresAt: now + CARRY_MS } });
      },
    }),
  ];
}

/** Two draws alike do not happen in the life of a ward; three times in a row something else is broken. */
async function putUnderNewCode(
  carry: CarryStore,
  packed: Parameters<CarryStore['put']>[1],
  conversation: string | null,
  now: number,
): Promise<string> {
  for (let draw = 0; draw < 3; draw += 1) {
    const code = newCode();
    if (await carry.put(code, packed, conversation, now)) return code;
  }
  throw new AppError('INTERNAL', 'no free code');
}
