import { z } from 'zod';
import { unitCodeSchema, type UnitCode } from '#knowledge/schema/ids.ts';
import type { NameTrap, Unit } from '#knowledge/schema/unit.ts';

const placeSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['Phường', 'Xã', 'Thị trấn']),
  unit: unitCodeSchema,
  former: z.boolean(),
});

/** Every name a unit has or had, and the names that mean two places. */
export const placesSchema = z.strictObject({
  names: z.array(placeSchema),
  traps: z.array(z.strictObject({ id: z.string(), name: z.string(), units: z.array(unitCodeSchema) })),
});
export type Places = z.infer<typeof placesSchema>;
export type Place = z.infer<typeof placeSchema>;

export function placesOf(units: readonly Unit[], traps: readonly NameTrap[]): Places {
  const names: Place[] = [];
  const seen = new Set<string>();
  const put = (place: Place): void => {
    const key = [place.name, place.type, place.unit].join('|');
    if (!seen.has(key)) names.push(place);
    seen.add(key);
  };
  for (const { name, type, code } of units) put({ name, type, unit: code, former: false });
  for (const { code, formedFrom } of units)
    for (const { name, type } of formedFrom) put({ name, type, unit: code, former: true });
  return {
    names,
    traps: traps.map(({ id, name, options }) => ({
      id,
      name,
      units: options.map(({ unit }): UnitCode => unit),
    })),
  };
}
