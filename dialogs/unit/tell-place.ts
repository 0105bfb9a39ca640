import type { UnitCode } from '#knowledge/schema/ids.ts';
import { listed } from '#replies/compose/format.ts';
import { unitName } from '#replies/compose/who.ts';
import type { Turn } from '../turn.ts';
import type { Place } from './places.ts';

/** A unit of today swallows the older bearers of its name that became just it; so does a former one. */
export function settled(places: readonly Place[]): readonly Place[] {
  const rank = { today: 0, former: 1, older: 2 } as const;
  const sorted = places.toSorted((a, b) => rank[a.kind] - rank[b.kind]);
  return sorted.filter(
    (place, at) =>
      !sorted
        .slice(0, at)
        .some((other) => other.kind !== place.kind && other.units.join(' ') === place.units.join(' ')),
  );
}

/** Where each place belongs now, one sentence a line. */
export const linesOf = (turn: Turn, places: readonly Place[]): string[] =>
  places.map((place) => sentence(turn, place));

function sentence(turn: Turn, place: Place): string {
  const { voice } = turn;
  const now = nowOf(turn, place.units);
  const old = oldName(turn, place);
  if (place.kind === 'today') return formed(turn, place);
  if (place.became !== null)
    return voice.words('where.older', { old, became: place.became.name, year: place.became.year, now });
  if (place.units.length > 1) return voice.words('where.divided', { old, now });
  const unit = turn.release.units.get(place.units[0] ?? '');
  const same = unit?.name === place.name && unit.type === place.type;
  return voice.words(same ? 'where.kept' : 'where.former', { old, now });
}

/** "Xã Thanh Phú cũ (Thị xã Bình Long …), nay là Phường An Lộc": one of several. */
export function nowName(turn: Turn, place: Place): string {
  const now = nowOf(turn, place.units);
  return place.kind === 'today'
    ? turn.voice.words('where.today', { unit: now })
    : turn.voice.words('where.line', { old: oldName(turn, place), now });
}

function formed(turn: Turn, { units }: Place): string {
  const { voice, release } = turn;
  const unit = release.units.get(units[0] ?? '');
  if (unit === undefined) return '';
  const names = unit.formedFrom.map(
    ({ name, type, district }) => `${type.toLocaleLowerCase('vi')} ${name} (${district})`,
  );
  const full = unitName(voice, release, unit);
  return names.length === 0
    ? voice.words('where.today', { unit: full })
    : voice.words('where.formed', { unit: full, names: listed(names, voice.words('list.and')) });
}

function oldName({ voice }: Turn, { kind, name, type, district, province }: Place): string {
  const own = `${type} ${name}`;
  if (kind === 'older') return voice.words('where.older-name', { name: own, district: district ?? '' });
  return voice.words('where.old-name', { name: own, district: district ?? '', province: province ?? '' });
}

function nowOf({ voice, release }: Turn, units: readonly UnitCode[]): string {
  const names = units.flatMap((code) => {
    const unit = release.units.get(code);
    return unit === undefined ? [] : [unit];
  });
  const [only] = names;
  return only !== undefined && names.length === 1
    ? unitName(voice, release, only)
    : listed(
        names.map(({ type, name }) => `${type.toLocaleLowerCase('vi')} ${name}`),
        voice.words('list.and'),
      );
}
