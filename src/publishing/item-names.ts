import { fieldsOf } from '#knowledge/differences.ts';

/** Words for what is named by an id, by its path in the entry: `fees.truc-tuyen` → "Nộp trên mạng". */
export type ItemNames = Readonly<Record<string, string>>;

/** Groups whose own names are ids, not fields. */
const BY_ID = new Set(['questions', 'options', 'sources', 'steps']);
/** Where an item says what it is, the clearest first. */
const SAYS = ['label', 'name', 'title', 'ask', 'text', 'todo', 'alt'];
const LONGEST = 60;

/**
 * Words for the items on the way to a field, and for the questions, options and sources that its values name.
 * `entries`: the entry's versions as wholes, the one whose words are wanted first. Steps of a path may be ids or places
 * in a list. Pure, for the server and the browser.
 */
export function itemNames(
  path: string,
  entries: readonly unknown[],
  values: readonly unknown[] = [],
): ItemNames {
  const steps = path === '' ? [] : path.split('.');
  const onTheWay = steps.map((_, index) => steps.slice(0, index + 1).join('.'));
  const named = [...onTheWay, ...values.flatMap((value) => namedIn(value, steps.at(-1) ?? ''))];
  return Object.fromEntries(
    [...new Set(named)].flatMap((place) => {
      const name = entries.map((entry) => nameAt(entry, place.split('.'))).find((text) => text !== null);
      return name == null ? [] : [[place, name]];
    }),
  );
}

/** The path with ids instead of places, where the items of the lists have them. */
export function pathWithIds(path: string, entry: unknown): string {
  let around = entry;
  return path
    .split('.')
    .map((step) => {
      const inner = at(around, [step]);
      const id = Array.isArray(around) ? fieldsOf(inner)?.get('id') : undefined;
      around = inner;
      return typeof id === 'string' ? id : step;
    })
    .join('.');
}

function nameAt(entry: unknown, steps: readonly string[]): string | null {
  const id = steps.at(-1) ?? '';
  const around = at(entry, steps.slice(0, -1));
  if (!Array.isArray(around) && !BY_ID.has(steps.at(-2) ?? '')) return null;
  const item = fieldsOf(at(around, [id]));
  const text = SAYS.map((field) => wordsOf(item?.get(field))).find((words) => words !== '');
  return text === undefined ? null : shortened(text);
}

/** By id, else by place: faults count the items of a list. */
function at(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((inner, step) => {
    const found = fieldsOf(inner)?.get(step);
    return found === undefined && Array.isArray(inner) ? inner[Number(step)] : found;
  }, value);
}

/** Paths of what a value speaks of by id: answers to questions in its conditions, and its sources. */
function namedIn(value: unknown, field: string): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) =>
      typeof item === 'string' && field === 'source' ? [`sources.${item}`] : namedIn(item, field),
    );
  }
  const group = fieldsOf(value);
  if (group === null) return [];
  const question = group.get('q');
  const options = [group.get('is'), group.get('in')].flat();
  const asked =
    typeof question === 'string'
      ? [
          `questions.${question}`,
          ...options.flatMap((id) => (typeof id === 'string' ? [`questions.${question}.options.${id}`] : [])),
        ]
      : [];
  return [...asked, ...[...group].flatMap(([name, inner]) => namedIn(inner, name))];
}

function wordsOf(value: unknown): string {
  const text = typeof value === 'string' ? value : fieldsOf(value)?.get('vi');
  return typeof text === 'string' ? text.trim() : '';
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}
