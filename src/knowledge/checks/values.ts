import type { Fault } from '../fault.ts';
import type { Data, Sourced } from '../load.ts';
import type { CalendarYear } from '../schema/calendar.ts';
import type { Procedure } from '../schema/procedure.ts';
import { placeholdersOf } from '../wording.ts';
import { walk, type Path } from './walk.ts';

/** Dates in their order, unknown amounts with who knows, placeholders that somebody fills. */
export function valueFaults(data: Data): Fault[] {
  const reviewed = [
    data.units,
    data.safety,
    data.states,
    data.returns,
    ...data.procedures,
    ...data.troubles,
    ...data.calendar,
  ];
  const dated = [...reviewed, ...data.notices];
  return [
    ...reviewed.flatMap((sourced) => (sourced === null ? [] : reviewFaults(sourced))),
    ...dated.flatMap((sourced) => (sourced === null ? [] : rangeFaults(sourced))),
    ...data.procedures.flatMap((sourced) => [...unknownFaults(sourced), ...placeholderFaults(sourced)]),
    ...data.calendar.flatMap(calendarFaults),
    ...(data.flow === null ? [] : stepPlaceholders(data.flow, ['steps'], data.flow.content.steps)),
  ];
}

function reviewFaults({ content, source, at }: Sourced<{ asOf: string; review: string }>): Fault[] {
  return content.review > content.asOf
    ? []
    : [source.fault([...at, 'review'], 'the review must be after asOf')];
}

function rangeFaults({ content, source, at }: Sourced<unknown>): Fault[] {
  return walk(content).flatMap(({ path, value }) => {
    if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return [];
    const { from, to } = value;
    if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return [];
    return [source.fault([...at, ...path, 'from'], `begins (${from}) after it ends (${to})`)];
  });
}

/** Days of their year, each once. */
function calendarFaults({ content, source, at }: Sourced<CalendarYear>): Fault[] {
  const seen = new Set<string>();
  return (['holidays', 'makeUpDays'] as const).flatMap((field) =>
    content[field].flatMap(({ date }, i) => {
      const here = [...at, field, i, 'date'];
      const twice = seen.has(date);
      seen.add(date);
      if (!date.startsWith(`${String(content.year)}-`)) {
        return [source.fault(here, `${date} is not a day of ${String(content.year)}`)];
      }
      return twice ? [source.fault(here, `${date} stands in this calendar twice`)] : [];
    }),
  );
}

function unknownFaults({ content, source, at }: Sourced<Procedure>): Fault[] {
  return (['fees', 'time'] as const).flatMap((field) =>
    content[field].flatMap(({ amount, whoKnows }, i) =>
      amount === 'unknown' && whoKnows === undefined
        ? [source.fault([...at, field, i, 'amount'], 'unknown needs whoKnows: who can tell it?')]
        : [],
    ),
  );
}

/** What the words of a step may leave open for her case. */
const FILLED = new Set(['procedure', 'search', 'unit', 'entry']);
/** Who is helped, in what is said to a helper only. */
const PERSON = 'person';
const HELPER = new Set<PropertyKey>(['helperTheirs', 'helperMine']);

function placeholderFaults(sourced: Sourced<Procedure>): Fault[] {
  const { content, source, at } = sourced;
  const steps = new Set<unknown>(['steps', 'ownSteps']);
  return [
    ...stepPlaceholders(sourced, ['steps'], content.steps),
    ...stepPlaceholders(sourced, ['ownSteps'], content.ownSteps),
    ...walk(content).flatMap(({ path, value }) =>
      typeof value === 'string' && /[{}]/.test(value) && !steps.has(path[0])
        ? [source.fault([...at, ...path], 'placeholders in braces are filled in steps only')]
        : [],
    ),
  ];
}

function stepPlaceholders({ source, at }: Sourced<unknown>, before: Path, steps: unknown): Fault[] {
  return walk(steps).flatMap(({ path, value }) => {
    if (typeof value !== 'string') return [];
    const { names, broken } = placeholdersOf(value);
    const here = [...at, ...before, ...path];
    if (broken) return [source.fault(here, 'has a broken placeholder: write {name} with both braces')];
    return names
      .filter((name) => !FILLED.has(name) && !(name === PERSON && path.some((key) => HELPER.has(key))))
      .map((name) => source.fault(here, `nobody fills {${name}}; known are ${[...FILLED].join(', ')}`));
  });
}
