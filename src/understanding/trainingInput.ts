import type { Aspect, Outcome, UnitCode } from '#knowledge/schema/ids.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { say, type Text } from '#knowledge/schema/text.ts';
import type { Release } from '#knowledge/release.ts';
import type { Lexicon } from './lexicon.ts';
import type { Covered, NationalInput } from './national/pack.ts';
import type { NationalLine } from './national/line.ts';
import { placesOf, type Places } from './places.ts';
import { foldedPhrase } from './text.ts';

export const topicKinds = ['procedure', 'trouble', 'topic'] as const;

export interface TrainingTopic {
  readonly id: string;
  readonly kind: (typeof topicKinds)[number];
  readonly outcome: Outcome;
  /** What it is called, best first: fills the frames of the aspects. */
  readonly names: readonly string[];
  readonly phrases: readonly string[];
  /** Units that alone have it; null: everybody. */
  readonly only: readonly UnitCode[] | null;
}

/** Everything that training reads, apart from where it came from. */
export interface TrainingInput {
  readonly topics: readonly TrainingTopic[];
  readonly aspects: readonly { readonly aspect: Aspect; readonly phrases: readonly string[] }[];
  readonly none: readonly string[];
  readonly places: Places;
  readonly lexicon: Lexicon;
  readonly national: NationalInput;
  readonly covered: Covered;
}

/** The parts of a release that training reads. */
export type TrainingRelease = Pick<
  Release,
  'procedures' | 'overrides' | 'troubles' | 'topics' | 'aspects' | 'none' | 'units' | 'traps' | 'bodies'
>;

export function trainingInput(
  release: TrainingRelease,
  lexicon: Lexicon,
  lines: readonly NationalLine[],
): TrainingInput {
  const own = new Map<string, UnitCode[]>();
  const ownEntries: Procedure[] = [];
  for (const [unit, entries] of release.overrides)
    for (const [id, entry] of entries) {
      const words = ownWords(entry, release.procedures.get(id));
      if (words !== null) ownEntries.push(words);
      own.set(id, [...(own.get(id) ?? []), unit]);
    }
  const procedures = [...release.procedures.values(), ...ownEntries].map((entry) => ({
    id: entry.id,
    kind: 'procedure' as const,
    outcome: 'offer' as const,
    names: [entry.short, ...entry.aliases, entry.name].map(vi),
    phrases: [...entry.phrases, vi(entry.leadsTo)],
    only: release.procedures.has(entry.id) ? null : (own.get(entry.id) ?? null),
  }));
  const troubles = [...release.troubles.values()].map((trouble) => ({
    id: `trouble:${trouble.id}`,
    kind: 'trouble' as const,
    outcome: 'answer' as const,
    names: [vi(trouble.title)],
    phrases: [...trouble.phrases, ...trouble.messages],
    only: null,
  }));
  // A topic whose procedure has got its entry teaches that entry.
  const topics = [...release.topics.values()].map((topic) => {
    const entry = release.procedures.has(topic.id);
    return {
      id: topic.id,
      kind: entry ? ('procedure' as const) : ('topic' as const),
      outcome: entry ? ('offer' as const) : topic.outcome,
      names: [vi(topic.name)],
      phrases: topic.phrases,
      only: null,
    };
  });
  return {
    topics: [...procedures, ...troubles, ...topics],
    aspects: release.aspects,
    none: release.none,
    places: placesOf([...release.units.values()], release.traps),
    lexicon: { ...lexicon, families: withQuestions(lexicon.families, release) },
    national: { lines, bodies: release.bodies },
    covered: coveredBy([...release.procedures.values()]),
  };
}

/** A question that is counted under a topic is of its family. */
function withQuestions(
  families: Lexicon['families'],
  { topics }: Pick<TrainingRelease, 'topics'>,
): Lexicon['families'] {
  const all = new Map(Object.entries(families));
  for (const { id, under } of topics.values())
    if (under !== undefined) all.set(under, [...(all.get(under) ?? []), id]);
  return Object.fromEntries(all);
}

function coveredBy(procedures: readonly Procedure[]): Covered {
  return {
    byCode: new Map(procedures.flatMap(({ code, id }) => (code === undefined ? [] : [[code, id]]))),
    byName: new Map(procedures.map(({ name, id }) => [foldedPhrase(vi(name)), id])),
  };
}

const vi = (text: Text): string => say(text);

/** What a unit's entry teaches that the base entry does not teach already. null: nothing. */
function ownWords(entry: Procedure, base: Procedure | undefined): Procedure | null {
  if (base === undefined) return entry;
  const phrases = entry.phrases.filter((phrase) => !base.phrases.includes(phrase));
  const aliases = entry.aliases.filter((alias) => !base.aliases.includes(alias));
  return phrases.length + aliases.length === 0 ? null : { ...entry, phrases, aliases };
}
