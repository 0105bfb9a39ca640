import type { Aspect } from '#knowledge/schema/ids.ts';
import { openAsking, type Asking } from './askedBy.ts';
import { openChangedWords, type ChangedWords } from './changedWords.ts';
import { FOLLOW_UP, NONE } from './documents.ts';
import { openCommands, type CommandTable } from './commandOf.ts';
import { commonestOf, openFamilies, openSiblings } from './families.ts';
import { openCourtesies, type Courtesies } from './courtesy.ts';
import { openClassifier, type Allowed, type Classifier } from './judge.ts';
import type { Model } from './model.ts';
import { isNamed, openNational, type National } from './national/open.ts';
import { openOptions, type OptionTable } from './optionOf.ts';
import { openPhrases, reading, type Phrases } from './phrases.ts';
import { openSameWords, type SameWords } from './sameWords.ts';
import { openShortForms, type ShortForms } from './shortForms.ts';
import { isOurs, openSpelling, type Spelling } from './spelling.ts';
import { openTelling } from './telling.ts';
import type { Word } from './text.ts';
import { openGazetteer, type Gazetteer } from './units.ts';
import { openWords, type WordTable } from './wordTable.ts';

/** A model with its lookups built: maps, never objects, because keys come from residents. */
export interface OpenModel {
  readonly table: WordTable;
  readonly topics: Classifier;
  readonly aspects: Classifier;
  readonly known: ReadonlyMap<string, Model['known'][number]>;
  /** Which topics may be said where, worked out once for each unit that asks. */
  readonly allowed: Map<string, Allowed>;
  /** Topics that warn. */
  readonly safety: readonly string[];
  readonly forms: ShortForms;
  readonly spelling: Spelling;
  /** Whether a folded word is one of ours, though no syllable of the language ("online"). */
  readonly isWord: (folded: string) => boolean;
  readonly sameWords: SameWords;
  readonly changedWords: ChangedWords;
  readonly national: National;
  /** What a folded word tells, 0–1. */
  readonly tells: (folded: string) => number;
  readonly commands: CommandTable;
  readonly options: OptionTable;
  readonly gazetteer: Gazetteer;
  /** Matters that are called by each other's names. */
  readonly siblings: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is asked about a topic by naming it. */
  readonly usual: ReadonlyMap<string, Aspect>;
  readonly asking: Asking;
  readonly hints: Asking;
  readonly joins: Phrases;
  /** Matters whose everyday name is not that of the law. */
  readonly loose: ReadonlySet<string>;
  /** The first of the matters that a matter is called by the names of. */
  readonly commonest: ReadonlyMap<string, string>;
  readonly courtesies: Courtesies;
  /** Words for where somebody lives, and those after which they are what is wished. */
  readonly whereabouts: Readonly<Record<'names' | 'acts', readonly (readonly Word[])[]>>;
  /** Words before what is not meant. */
  readonly denials: Phrases;
  /** Words that open a question about something else. */
  readonly others: readonly (readonly Word[])[];
  readonly followUps: readonly (readonly Word[])[];
  readonly pointers: readonly (readonly Word[])[];
}

export function openModel(model: Model): OpenModel {
  const { lexicon } = model;
  const table = openWords(model.words);
  const national = openNational(model.national, table);
  const named = table.list.flatMap((_, id) => (isNamed(national, id) ? [id] : []));
  const spelling = openSpelling(model.spelling, table, named);
  const procedures = new Set(model.known.flatMap(({ id, kind }) => (kind === 'procedure' ? [id] : [])));
  const forms = openShortForms(lexicon.shortForms);
  const read = reading(forms);
  const commands = openCommands(lexicon, read);
  const phrases = (list: readonly string[]): readonly (readonly Word[])[] =>
    list.map(read).sort((a, b) => b.length - a.length);
  return {
    table,
    topics: openClassifier(model.topics, table, openFamilies(lexicon), (id) => procedures.has(id), [
      NONE,
      FOLLOW_UP,
    ]),
    aspects: openClassifier(model.aspects, table, (a, b) => a === b),
    known: new Map(model.known.map((topic) => [topic.id, topic])),
    allowed: new Map(),
    safety: model.known.filter(({ outcome }) => outcome === 'safety').map(({ id }) => id),
    forms,
    spelling,
    isWord: (folded) => isOurs(folded, spelling),
    sameWords: openSameWords(lexicon.sameWords, read),
    changedWords: openChangedWords(lexicon, read),
    national,
    tells: openTelling(model.telling, national),
    commands,
    options: openOptions(lexicon, read),
    gazetteer: openGazetteer(model.places, lexicon, read, commands.particles),
    siblings: openSiblings(lexicon.siblings ?? []),
    usual: new Map(Object.entries(lexicon.usual ?? {})),
    asking: openAsking(lexicon.asking, 'rules'),
    hints: openAsking(lexicon.asking, 'hints'),
    joins: openPhrases(phrases(lexicon.joins)),
    loose: new Set(lexicon.loose ?? []),
    commonest: commonestOf(lexicon.siblings ?? []),
    courtesies: openCourtesies(lexicon.courtesies, read),
    whereabouts: {
      names: phrases(lexicon.whereabouts?.names ?? []),
      acts: phrases(lexicon.whereabouts?.acts ?? []),
    },
    denials: openPhrases(phrases(lexicon.denials ?? [])),
    others: phrases(lexicon.others ?? []),
    followUps: phrases(lexicon.followUps),
    pointers: phrases(lexicon.pointers),
  };
}
