import type { StoredState } from '#turns/ports.ts';
import type { Json } from '#root/json.ts';
import { newState, STATE_VERSION, stateSchema, type State } from './state.ts';

/** From each old version to the next. A new version adds a line here and a fixture in test/state. */
const upgrades: Readonly<Record<number, (old: Json) => Json>> = {};

/**
 * Opens what was stored. A state that nobody can read (a newer version after a rollback, a broken row)
 * begins anew rather than locking the resident out: she can say again what she wants.
 */
export function readState(stored: StoredState | null): State {
  if (stored === null) return newState;
  const read = stateSchema.safeParse(upgraded(stored));
  return read.success ? read.data : newState;
}

export const storeState = (state: State): StoredState => ({ v: STATE_VERSION, data: state });

function upgraded({ v, data }: StoredState): Json {
  let current = data;
  for (let version = v; version < STATE_VERSION; version += 1) {
    const upgrade = upgrades[version];
    if (upgrade === undefined) return null;
    current = upgrade(current);
  }
  return v > STATE_VERSION ? null : current;
}
