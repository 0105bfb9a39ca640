import type { Release } from '#knowledge/release.ts';
import type { CuesFile } from '#knowledge/schema/cues.ts';
import type { UnitCode } from '#knowledge/schema/ids.ts';
import type { Unit } from '#knowledge/schema/unit.ts';
import { fold } from '../words/fold.ts';
import { hear, type Heard } from '../words/heard.ts';
import { find } from '../words/find.ts';
import { pattern, patterns, type Pattern } from '../words/pattern.ts';

/** A place that bears or bore a name: a unit of today, one it was formed from, or one from years before. */
export interface Place {
  readonly kind: 'today' | 'former' | 'older';
  readonly name: string;
  readonly type: 'Phường' | 'Xã' | 'Thị trấn';
  readonly district: string | null;
  readonly province: string | null;
  /** The units it belongs to now; several: it was divided. */
  readonly units: readonly UnitCode[];
  /** What an older place became, and when. */
  readonly became: { readonly name: string; readonly year: number } | null;
}

/** What a message names. `said`: as it stands there; `type` and `district` where she gave them. */
export interface Named {
  readonly said: string;
  readonly places: readonly Place[];
  /** "Xã", "phường" before it; not the "xã" of "thị xã". */
  readonly typed: boolean;
  /** A type stands before it, "cũ" or "mới" after it, or a word of place before it: no mere word. */
  readonly clearly: boolean;
}

/** What stands around a name, in the words of the release. */
interface Around {
  readonly types: readonly { readonly type: Place['type']; readonly says: readonly Pattern[] }[];
  readonly above: readonly Pattern[];
  readonly former: readonly Pattern[];
  readonly today: readonly Pattern[];
  readonly at: ReadonlySet<string>;
}

export interface Area {
  readonly name: string;
  readonly units: readonly UnitCode[];
}

interface Gazetteer extends Around {
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  readonly longest: number;
  readonly districts: readonly { readonly area: Area; readonly full: Pattern; readonly bare: Pattern }[];
  readonly provinces: readonly { readonly name: string; readonly full: Pattern; readonly bare: Pattern }[];
}

/** The commune-level places that a message names, the longest names first read, left to right. */
export function placesIn(release: Release, text: string): Named[] {
  const around = gazetteer(release);
  const { byName, longest } = around;
  const words = hear(text);
  const named: Named[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
      const typed = words.slice(at, at + length);
      const all = byName.get(keyOf(typed));
      const fits = all?.filter(({ name }) => isSaid(name, typed)) ?? [];
      if (fits.length === 0) continue;
      named.push(read(around, words, at, length, spelling(fits, typed, words)));
      at += length - 1;
      break;
    }
  }
  return named;
}

function read(
  around: Around,
  words: readonly Heard[],
  at: number,
  length: number,
  fits: readonly Place[],
): Named {
  const type = typeBefore(around, words, at);
  const after = words.slice(at + length, at + length + 2);
  const former = around.former.some((one) => startsWith(one, after));
  const today = around.today.some((one) => startsWith(one, after));
  const ofType = prefer(fits, (place) => type === null || place.type === type);
  const old = former ? ofType.filter(({ kind }) => kind !== 'today') : ofType;
  const chosen = prefer(old.length > 0 ? old : ofType, (place) => !today || place.kind === 'today');
  const rest = [...words.slice(0, at), ...words.slice(at + length)];
  const there = prefer(chosen, ({ district }) => district !== null && isNamed(district, rest));
  return {
    said: [...new Set(there.map(({ name }) => name))].join(' / '),
    places: there,
    typed: type !== null,
    clearly: type !== null || former || today || around.at.has(words[at - 1]?.folded ?? ''),
  };
}

/** Who writes diacritics means "Thanh" where she writes "Thanh"; who writes none may mean "Thạnh". */
function spelling(
  fits: readonly Place[],
  typed: readonly Heard[],
  words: readonly Heard[],
): readonly Place[] {
  if (!words.some(({ exact, folded }) => exact !== folded)) return fits;
  const exact = typed.map((word) => word.exact).join(' ');
  return prefer(
    fits,
    ({ name }) =>
      hear(name)
        .map((word) => word.exact)
        .join(' ') === exact,
  );
}

/** Districts and towns that are no more, named in a message; a bare name counts where no unit of today bears it. */
export function districtsIn(release: Release, text: string): Area[] {
  const words = hear(text);
  const { districts } = gazetteer(release);
  const full = districts.filter((one) => find(one.full, words) !== null);
  return (full.length > 0 ? full : districts.filter(({ bare }) => find(bare, words) !== null)).map(
    ({ area }) => area,
  );
}

/** Provinces of before. `full`: with the word "tỉnh". */
export function provinceIn(release: Release, text: string): { name: string; full: boolean } | null {
  const words = hear(text);
  const { provinces } = gazetteer(release);
  const full = provinces.find((one) => find(one.full, words) !== null);
  if (full !== undefined) return { name: full.name, full: true };
  const bare = provinces.find((one) => find(one.bare, words) !== null);
  return bare === undefined ? null : { name: bare.name, full: false };
}

const isNamed = (district: string, words: readonly Heard[]): boolean =>
  find(pattern(district.replace(/^(Huyện|Thị xã|Thành phố) /u, '')), words) !== null;

/** "Thị xã" ends in "xã" and is no commune. */
function typeBefore({ types, above }: Around, words: readonly Heard[], at: number): Place['type'] | null {
  const endsIn = (one: Pattern): boolean => {
    const { length } = one.parts;
    const found = find(one, words.slice(Math.max(0, at - length), at));
    return found !== null && found.to - found.from === length;
  };
  if (above.some(endsIn)) return null;
  return types.find(({ says }) => says.some(endsIn))?.type ?? null;
}

const startsWith = (one: Pattern, words: readonly Heard[]): boolean => find(one, words)?.from === 0;

/** A name typed without diacritics stands for any of its spelling; typed with them, only for itself. */
const isSaid = (name: string, typed: readonly Heard[]): boolean => {
  const found = find(pattern(name.replaceAll('/', ' ')), typed);
  return found !== null && found.from === 0 && found.to === typed.length;
};

const keyOf = (words: readonly Heard[]): string => words.map(({ folded }) => folded).join(' ');

function prefer<T>(list: readonly T[], wanted: (entry: T) => boolean): readonly T[] {
  const some = list.filter(wanted);
  return some.length > 0 ? some : list;
}

const kept = new WeakMap<Release, Gazetteer>();

function gazetteer(release: Release): Gazetteer {
  const before = kept.get(release);
  if (before !== undefined) return before;
  const units = [...release.units.values()];
  const byName = new Map<string, Place[]>();
  for (const place of placesOf(units)) {
    const key = keyOf(hear(place.name));
    byName.set(key, [...(byName.get(key) ?? []), place]);
  }
  const today = new Set(units.map(({ name }) => keyOf(hear(name))));
  const { types = [], areas = [], former = [], at = [], today: ofToday = [] } = release.cues?.places ?? {};
  const now: Gazetteer = {
    types: types.map(({ type, says }) => ({ type, says: patterns(says) })),
    above: areas.flatMap(({ says }) => patterns(says)),
    former: patterns(former),
    today: patterns(ofToday),
    at: new Set(at.map(fold)),
    byName,
    longest: Math.max(1, ...[...byName.keys()].map((key) => key.split(' ').length)),
    districts: districtsOf(units).map((area) => patternsOf(area, today, areas)),
    provinces: release.city.formerly.map((full) => {
      const name = full.replace(/^Tỉnh /u, '');
      return { name, full: pattern(full), bare: pattern(name) };
    }),
  };
  kept.set(release, now);
  return now;
}

function patternsOf(
  area: Area,
  today: ReadonlySet<string>,
  kinds: CuesFile['places']['areas'],
): Gazetteer['districts'][number] {
  const [, kind = '', bare = area.name] = /^(Huyện|Thị xã|Thành phố) (.+)$/u.exec(area.name) ?? [];
  const full = pattern(`<type> ${bare}`, { type: kinds.find(({ type }) => type === kind)?.says ?? [kind] });
  return { area, full, bare: today.has(keyOf(hear(bare))) ? full : pattern(bare) };
}

function districtsOf(units: readonly Unit[]): Area[] {
  const byDistrict = new Map<string, Set<UnitCode>>();
  for (const { code, formedFrom } of units)
    for (const { district } of formedFrom)
      byDistrict.set(district, (byDistrict.get(district) ?? new Set()).add(code));
  return [...byDistrict].map(([name, codes]) => ({ name, units: [...codes] }));
}

function placesOf(units: readonly Unit[]): Place[] {
  const today = units.map(({ code, name, type }): Place => ({
    kind: 'today',
    name,
    type,
    district: null,
    province: null,
    units: [code],
    became: null,
  }));
  const former = new Map<string, Place>();
  for (const { code, formedFrom } of units)
    for (const { name, type, district, province } of formedFrom) {
      const key = [type, name, district].join('|');
      const all = [...(former.get(key)?.units ?? []), code];
      former.set(key, { kind: 'former', name, type, district, province, units: all, became: null });
    }
  const older = units.flatMap(({ code, older: before }) =>
    before.map(({ name, type, district, became, year }): Place => ({
      kind: 'older',
      name,
      type,
      district,
      province: null,
      units: [code],
      became: { name: became, year },
    })),
  );
  return [...today, ...former.values(), ...older];
}
