import type { StoredState } from '#turns/ports.ts';
import type { Json } from '#root/json.ts';
import { newState, STATE_VERSION, stateSchema, type State } from './state.ts';

/** From each old version to the next. A new version adds a line here and a fixture in test/state. */
const upgrades: Readonly<Record<number, (old: Json) => Json>> = { 1: toVersion2 };

/**
 * Opens what was stored. A state that nobody can read (a newer version after a rollback, a broken row)
 * begins anew rather than locking the resident out: she can say again what she wants.
 */
export function readState(stored: StoredState | null): State {
  if (stored === null) return newState;
  const before = known.get(stored);
  if (before !== undefined) return before;
  const read = stateSchema.safeParse(upgraded(stored));
  const state = read.success ? read.data : newState;
  known.set(stored, state);
  return state;
}

/** A turn opens its state twice, for understanding and for deciding: it is checked once. */
const known = new WeakMap<StoredState, State>();

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

/** Version 2: done for somebody else, and what she said of her screen. */
function toVersion2(old: Json): Json {
  if (!isRecord(old)) return null;
  const walks = Array.isArray(old['walkthroughs']) ? old['walkthroughs'] : [];
  return {
    ...old,
    walkthroughs: walks.map((walk) => (isRecord(walk) ? Object.assign({ screens: {} }, walk) : walk)),
    helping: null,
  };
}

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
