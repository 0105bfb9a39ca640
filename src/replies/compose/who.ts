import type { Release } from '#knowledge/release.ts';
import type { UnitCode } from '#knowledge/schema/ids.ts';
import type { Contact, Unit } from '#knowledge/schema/unit.ts';
import type { Block } from '../reply.ts';
import type { Voice } from '../wording.ts';
import { hours } from './hours.ts';
import { capital, listed } from './format.ts';

/** "Phường Bình Long, Thành phố Đồng Nai": a unit is never named without its city, because names repeat. */
export function unitName(voice: Voice, release: Release, unit: Unit): string {
  return voice.words('unit.full', { unit: `${unit.type} ${unit.name}`, city: voice.text(release.city.name) });
}

/** Who can tell or help, as a clause: "Trung tâm … Phường Bình Long hoặc Tổng đài … (0251.1022)". */
export function whoClause(
  voice: Voice,
  release: Release,
  unit: UnitCode | null,
  ids: readonly string[],
): string {
  const names = ids.flatMap((id) => nameOf(voice, release, unit, id) ?? []);
  const known = names.length > 0 ? names : [deskName(voice, release, unit, 'ward')];
  return listed([...new Set(known)], voice.words('list.or'));
}

/** Whom to ask about anything: the ward's desk, and the first verified contact of everybody (the call centre). */
export function anyQuestion(release: Release): string[] {
  const centre = [...release.contacts.values()].find(
    ({ status, phone }) => status === 'verified' && phone !== undefined,
  );
  return ['ward', ...(centre === undefined ? [] : [centre.id])];
}

/** Contact lines. Phones only where verified. */
export function contactBlocks(
  voice: Voice,
  release: Release,
  unit: UnitCode | null,
  ids: readonly string[],
): Block[] {
  const seen = new Set<string>();
  return ids
    .flatMap((id) => contactsOf(voice, release, unit, id))
    .filter((block) => block.kind === 'contact' && !seen.has(block.name) && seen.add(block.name));
}

const desks = {
  ward: ['who.ward', 'who.ward-any'],
  'ward-police': ['who.ward-police', 'who.ward-police-any'],
} as const;
const isDesk = (id: string): id is keyof typeof desks => id in desks;

function nameOf(voice: Voice, release: Release, unit: UnitCode | null, id: string): string | null {
  if (isDesk(id)) return deskName(voice, release, unit, id);
  const contact = release.contacts.get(id);
  if (contact === undefined || contact.status !== 'verified') return null;
  const name = voice.text(contact.name);
  return contact.phone === undefined ? name : voice.words('who.with-phone', { name, phone: contact.phone });
}

function deskName(voice: Voice, release: Release, unit: UnitCode | null, desk: keyof typeof desks): string {
  const [named, unnamed] = desks[desk];
  const known = unit === null ? undefined : release.units.get(unit);
  return known === undefined
    ? voice.words(unnamed)
    : voice.words(named, { unit: `${known.type.toLocaleLowerCase('vi')} ${known.name}` });
}

function contactsOf(voice: Voice, release: Release, unit: UnitCode | null, id: string): Block[] {
  if (!isDesk(id)) {
    const contact = release.contacts.get(id);
    return contact === undefined || contact.status !== 'verified' ? [] : [contactBlock(voice, contact)];
  }
  const verified = id === 'ward' ? verifiedContacts(release, unit) : [];
  return verified.length > 0
    ? verified.map((contact) => contactBlock(voice, contact))
    : [{ kind: 'contact', name: deskName(voice, release, unit, id) }];
}

function verifiedContacts(release: Release, unit: UnitCode | null): readonly Contact[] {
  const known = unit === null ? undefined : release.units.get(unit);
  return (known?.contacts ?? []).filter((contact) => contact.status === 'verified');
}

function contactBlock(voice: Voice, contact: Contact): Block {
  const detail = [
    contact.for === undefined ? null : voice.text(contact.for),
    contact.address === undefined ? null : voice.text(contact.address),
    contact.hours.length === 0 ? null : hours(voice, contact.hours),
  ].filter((part) => part !== null);
  return {
    kind: 'contact',
    name: voice.text(contact.name),
    ...(contact.phone === undefined ? {} : { phone: contact.phone }),
    ...(detail.length === 0 ? {} : { detail: detail.map(capital).join('. ') }),
  };
}
