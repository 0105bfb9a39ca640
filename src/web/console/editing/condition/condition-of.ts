import { conditionSchema, type Condition } from '#knowledge/schema/condition.ts';
import type { Json } from '#root/json.ts';

/** null: not chosen to its end yet. */
export function conditionOf(value: Json | undefined): Condition | null {
  const read = conditionSchema.safeParse(value);
  return read.success ? read.data : null;
}
