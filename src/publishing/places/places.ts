import type { Json } from '#root/json.ts';
import type { Fault } from '#knowledge/fault.ts';
import type { Change, EntryKey } from '../ports.ts';
import { cityContacts, returns, states, topics, units } from './in-place.ts';
import { notices } from './notices.ts';
import { faq, troubles } from './own-files.ts';
import { keyText, type FileValues, type Place, type Placed, type Within } from './place.ts';
import { schematics } from './schematics.ts';
import { calendars, flow, procedures } from './whole-files.ts';
import { wording } from './wording.ts';

const places: readonly Place[] = [
  procedures,
  faq,
  troubles,
  notices,
  topics,
  states,
  returns,
  cityContacts,
  units,
  calendars,
  flow,
  schematics,
  wording,
];

/** Everything in the files that officers edit, one at a time. */
export function entriesIn(files: FileValues): ReadonlyMap<string, Placed> {
  return new Map(places.flatMap((place) => place.read(files)).map((placed) => [keyText(placed.key), placed]));
}

/** The files with changed entries in them. A change to null leaves what the files say. Nothing is changed in place. */
export function layOver(files: FileValues, changes: readonly Change[]): Map<string, Json> {
  const laid = new Map(files);
  for (const { key, value } of changes) if (value !== null) placeFor(key)?.write(laid, key, value);
  return laid;
}

/** Which entry a fault is about, and where in it. null: about the knowledge as a whole. */
export function entryAt(files: FileValues, { file, path }: Pick<Fault, 'file' | 'path'>): Within | null {
  const steps = path === '' ? [] : path.split('.');
  for (const place of places) {
    const within = place.within(files, file, steps);
    if (within !== null) return within;
  }
  return null;
}

const placeFor = (key: EntryKey): Place | undefined =>
  key.kind === 'unit' && key.id === 'city'
    ? cityContacts
    : places.find((place) => place !== cityContacts && place.kinds.includes(key.kind));
