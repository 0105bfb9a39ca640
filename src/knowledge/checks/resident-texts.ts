import type { Data, Sourced } from '../load.ts';
import type { SourceFile } from '../source-file.ts';
import { walk, type Path } from './walk.ts';

/** One piece of text that residents read, with where it stands. */
export interface ResidentText {
  readonly text: string;
  /** `name`: the official name of a procedure, paper or office, which is not ours to reword. `label`: on a button. */
  readonly kind: 'sentence' | 'name' | 'label';
  readonly lang: 'vi' | 'en';
  readonly source: SourceFile;
  readonly at: Path;
}

/** Everything of the content that is said to residents. Wording that only the matcher reads is left out. */
export function residentTexts(data: Data): ResidentText[] {
  const entries: (Sourced<unknown> | null)[] = [
    ...data.procedures,
    data.flow,
    ...data.troubles,
    data.topics,
    ...data.faq,
    data.units,
    ...data.notices,
    ...data.glossary,
    data.safety,
    data.states,
    data.returns,
  ];
  return [
    ...entries.flatMap((entry) => (entry === null ? [] : textsOf(entry))),
    ...data.wording.flatMap(({ key, text, source, at }) =>
      key.startsWith('cue.') ? [] : textsOf({ content: text, source, at }),
    ),
  ];
}

/** What is read by the matcher or by staff, and what is an id or a value. */
const NOT_SAID = new Set(
  [
    'phrases says aliases messages none aspects formerly formedFrom older',
    'id was code formCode slug field search url phone email type status',
    'source sources whoKnows whoHelps asks after related opens outcome',
    'under',
    'entry level desk depth form unit channel when need skip replacedWhen',
    'scope asOf screenAsOf review from to date cutoff since answers hours',
    // Patterns by which messages are heard.
    'surely alone harmless vexed groups meaning cameBack officerWrites noReason official known ends',
  ].flatMap((line) => line.split(' ')),
);
const NAMES = new Set(['name', 'term', 'receive', 'decide', 'address', 'for']);

function textsOf({ content, source, at }: Sourced<unknown>): ResidentText[] {
  return walk(content).flatMap(({ path, value }) => {
    if (typeof value !== 'string') return [];
    const words = path.filter((step) => typeof step === 'string');
    if (words.some((step) => NOT_SAID.has(step)) || isShortForm(path)) return [];
    const lang = words.at(-1) === 'en' ? 'en' : 'vi';
    const field = words.findLast((step) => step !== 'en' && step !== 'vi') ?? '';
    const kind = NAMES.has(field) ? 'name' : isLabel(words, field) ? 'label' : 'sentence';
    return [{ text: value, kind, lang, source, at: [...at, ...path] }];
  });
}

/** The label of an answer; a fee's label is a line of a list, not a button. */
const isLabel = (words: readonly string[], field: string): boolean =>
  field === 'label' && words.includes('options');

/** Short forms that safety hears, not the short name of a procedure. */
const isShortForm = ([first, ...rest]: Path): boolean => first === 'short' && typeof rest[1] === 'number';
