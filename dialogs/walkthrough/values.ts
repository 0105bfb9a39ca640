import { say as inVietnamese } from '#knowledge/schema/text.ts';
import { placeFact } from '#knowledge/facts/place.ts';
import { unitName } from '#replies/compose/who.ts';
import type { Walkthrough } from '../state.ts';
import { unitOf, type Turn } from '../turn.ts';
import { caseOf, procedureOf } from './walks.ts';

/** For {procedure}, {search}, {unit}, {entry} in the words of the flow. */
export function stepValues(turn: Turn, walk: Walkthrough): Readonly<Record<string, string>> {
  const { voice, release } = turn;
  const procedure = procedureOf(turn, walk.procedure);
  // As it stands on the portal, whatever language is spoken.
  const name = procedure === undefined ? walk.procedure : inVietnamese(procedure.name);
  const online = placeFact(release, caseOf(turn, walk.procedure, walk))?.online;
  const unitCode = unitOf(turn, walk);
  const unit = unitCode === null ? undefined : release.units.get(unitCode);
  return {
    procedure: name,
    search: online?.search ?? name,
    unit: unit === undefined ? voice.words('unit.unknown') : unitName(voice, release, unit),
    entry: voice.words(`entry.${online?.entry ?? 'portal'}`),
  };
}
