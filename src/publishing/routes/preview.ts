import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import type { Json } from '#root/json.ts';
import { previewBody, previewSchema } from '../contract.ts';
import type { EntryKey } from '../ports.ts';
import { withEntry } from '../with-entry.ts';
import type { Rooms } from './rooms.ts';
import { BIG_BODY, entryParams, faultShape } from './shapes.ts';

/** An entry as it would be told: for a case, a unit, a date and a channel, without saving or publishing anything. */
export function previewRoutes({ door, drafts, shelf, live, preview }: Rooms): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/staff/:scope/entries/:kind/:id/preview',
      who: door.holding('view'),
      in: { params: entryParams, query: noInput.query, body: previewBody, maxBytes: BIG_BODY },
      out: { 200: previewSchema },
      async handler({ params: key, body }) {
        const { as, value, ...order } = body;
        const own = as === 'whole' ? drafts.ownOf(key, value) : value;
        const whole = drafts.wholeOf(key, own) ?? shelf().shippedOf(key)?.value ?? null;
        const release =
          whole === null ? live().release : withEntry(live().release, key, whole, ownOfUnits(key));
        if (release === null) {
          const faults = await drafts.check([{ key, value: own }]);
          return ok({ faults: faults.map(faultShape), parts: [] });
        }
        // Of a unit's own entry the unit is meant, whoever else was chosen.
        const unit = key.scope === 'base' ? order.unit : key.scope;
        return ok({ faults: [], parts: preview(release, { ...order, key, unit }) });
      },
    }),
  ];

  /** What units say of a procedure otherwise. */
  function ownOfUnits({ kind, scope, id }: EntryKey): ReadonlyMap<string, Json> {
    if (kind !== 'procedure' || scope !== 'base') return new Map();
    return new Map(
      [...live().release.overrides.keys()].flatMap((unit): [string, Json][] => {
        const entry = shelf().entry({ kind, scope: unit, id });
        return entry === null ? [] : [[unit, entry.value]];
      }),
    );
  }
}
