import { z } from 'zod';
import { bodySchema } from './schema/body.ts';
import { flowSchema } from './schema/flow.ts';
import { glossarySchema } from './schema/glossary.ts';
import { calendarYearSchema } from './schema/calendar.ts';
import { noticeSchema } from './schema/notice.ts';
import { procedureSchema, type Procedure } from './schema/procedure.ts';
import { screenshotSchema, type Screenshot } from './schema/schematic.ts';
import { textSchema, type Text } from './schema/text.ts';
import { faqFileSchema, topicsFileSchema, type FaqFile, type Topic } from './schema/topic.ts';
import { troublesFileSchema, type Trouble } from './schema/trouble.ts';
import { unitsFileSchema, type NameTrap, type Unit } from './schema/unit.ts';
import { cuesFileSchema, type CuesFile } from './schema/cues.ts';
import { safetyFileSchema, type SafetyFile } from './schema/safety.ts';
import { returnsFileSchema, statesFileSchema, type ReturnsFile, type StatesFile } from './schema/states.ts';
import { type Contact } from './schema/unit.ts';
import { type Flow } from './schema/flow.ts';
import { type Notice } from './schema/notice.ts';
import { type Body } from './schema/body.ts';
import { type UnitCode } from './schema/ids.ts';
import { type Source } from './schema/source.ts';

/**
 * An immutable, numbered state of all published entries: the file that the server loads (JSON, hashed).
 * YAML is for people; parsing it costs 20 to 40 times more.
 */
export const compiledReleaseSchema = z.strictObject({
  format: z.literal(1),
  /** Content hash of everything below, hex. The id of the release. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  procedures: z.array(procedureSchema),
  flow: flowSchema,
  troubles: z.array(troublesFileSchema),
  units: unitsFileSchema,
  topics: topicsFileSchema,
  /** More topics: questions that are not about one procedure, by group. */
  faq: z.array(faqFileSchema).default([]),
  notices: z.array(noticeSchema),
  bodies: z.array(bodySchema),
  wording: z.record(z.string(), textSchema),
  /** Vietnamese official words that are explained at first use. */
  glossary: z.array(glossarySchema),
  /** Days off by year, for promised dates. */
  calendar: z.array(calendarYearSchema).default([]),
  /** Dangers that come before everything else. null: none are shipped. */
  safety: safetyFileSchema.nullable().default(null),
  /** How residents ask about days and hours. */
  cues: cuesFileSchema.nullable().default(null),
  /** What states of a dossier mean, and why dossiers come back. */
  states: statesFileSchema.nullable().default(null),
  returns: returnsFileSchema.nullable().default(null),
  /** Real screenshots in place of drawings, by the name that a step gives. Absent: none. */
  screenshots: z.record(z.string(), screenshotSchema).optional(),
});
export type CompiledRelease = z.infer<typeof compiledReleaseSchema>;

/** A trouble with the dates and sources of the file it stands in. */
export type DatedTrouble = Trouble & {
  readonly sources: Readonly<Record<string, Source>>;
  readonly asOf: string;
  readonly review: string;
};

/** A topic with the dates and sources of the file it stands in; null where the file has none. */
export type DatedTopic = Topic & {
  readonly sources: Readonly<Record<string, Source>>;
  readonly asOf: string | null;
  readonly review: string | null;
};

/** A release opened for lookups. Immutable; maps, never objects, because keys can come from residents. */
export interface Release {
  readonly hash: string;
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** Entries of a unit that stand in place of the base entry, by unit, then by procedure id. */
  readonly overrides: ReadonlyMap<UnitCode, ReadonlyMap<string, Procedure>>;
  readonly flow: Flow;
  readonly troubles: ReadonlyMap<string, DatedTrouble>;
  readonly units: ReadonlyMap<UnitCode, Unit>;
  readonly city: CompiledRelease['units']['city'];
  readonly unitsAsOf: string;
  /** What stands beside the units: since when districts are gone, papers with old names, how people ask. */
  readonly unitFacts: Pick<CompiledRelease['units'], 'merged' | 'papers' | 'asks' | 'sources' | 'asOf'>;
  readonly traps: readonly NameTrap[];
  /** Verified contacts of everybody, by id (`1022`, `vneid`); others never leave the compiled file. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly topics: ReadonlyMap<string, DatedTopic>;
  readonly aspects: CompiledRelease['topics']['aspects'];
  readonly none: readonly string[];
  readonly notices: readonly Notice[];
  readonly bodies: readonly Body[];
  readonly wording: ReadonlyMap<string, Text>;
  readonly glossary: CompiledRelease['glossary'];
  readonly calendar: CompiledRelease['calendar'];
  readonly safety: SafetyFile | null;
  readonly cues: CuesFile | null;
  readonly states: StatesFile | null;
  readonly returns: ReturnsFile | null;
  readonly screenshots: ReadonlyMap<string, Screenshot>;
}

const verified = (contacts: readonly Contact[]): Contact[] =>
  contacts.filter(({ status }) => status === 'verified');

const byId = <T extends { id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/**
 * Opens a compiled release for lookups. A contact that is not verified is left out here, once, so that no
 * lookup can show it. Pure; about a millisecond per hundred procedures.
 */
export function openRelease(compiled: CompiledRelease): Release {
  const overrides = new Map<UnitCode, Map<string, Procedure>>();
  for (const procedure of compiled.procedures) {
    if (procedure.scope === 'base') continue;
    const ofUnit = overrides.get(procedure.scope) ?? new Map<string, Procedure>();
    overrides.set(procedure.scope, ofUnit.set(procedure.id, procedure));
  }
  return {
    hash: compiled.hash,
    procedures: byId(compiled.procedures.filter((procedure) => procedure.scope === 'base')),
    overrides,
    flow: compiled.flow,
    troubles: byId(
      compiled.troubles.flatMap(({ troubles, sources, asOf, review }) =>
        troubles.map((trouble) => ({ ...trouble, sources, asOf, review })),
      ),
    ),
    units: new Map(
      compiled.units.units.map((unit) => [unit.code, { ...unit, contacts: verified(unit.contacts) }]),
    ),
    city: compiled.units.city,
    unitsAsOf: compiled.units.asOf,
    unitFacts: compiled.units,
    traps: compiled.units.traps,
    contacts: byId(verified(compiled.units.contacts)),
    topics: byId(
      topicFiles(compiled).flatMap(({ topics, sources = {}, asOf = null, review = null }) =>
        topics.map((topic) => ({ ...topic, sources, asOf, review })),
      ),
    ),
    aspects: compiled.topics.aspects,
    none: compiled.topics.none,
    notices: compiled.notices,
    bodies: compiled.bodies,
    wording: new Map(Object.entries(compiled.wording)),
    glossary: compiled.glossary,
    calendar: compiled.calendar,
    safety: compiled.safety,
    cues: compiled.cues,
    states: compiled.states,
    returns: compiled.returns,
    screenshots: new Map(Object.entries(compiled.screenshots ?? {})),
  };
}

/** Every file that holds topics: the general ones, then the questions by group. */
export const topicFiles = ({
  topics,
  faq,
}: Pick<CompiledRelease, 'topics' | 'faq'>): readonly (CompiledRelease['topics'] | FaqFile)[] => [
  topics,
  ...faq,
];

/** The entry that holds for a unit: its own, or the shared base. */
export function procedureFor(release: Release, id: string, unit: UnitCode | null): Procedure | undefined {
  return (unit === null ? undefined : release.overrides.get(unit)?.get(id)) ?? release.procedures.get(id);
}
