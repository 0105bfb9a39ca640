import type { Condition } from '../schema/condition.ts';
import { statementLists, type Procedure } from '../schema/procedure.ts';

export type Path = readonly PropertyKey[];

interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Content is read only, and several checks go through the same: each is walked once. */
const walked = new WeakMap<object, readonly Place[]>();

/** Every value inside, with the way to it; the value itself first. */
export function walk(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [{ path: [], value }];
  const known = walked.get(value);
  if (known !== undefined) return known;
  const places: Place[] = [];
  collect(value, [], places);
  walked.set(value, places);
  return places;
}

function collect(value: unknown, path: Path, into: Place[]): void {
  into.push({ path, value });
  if (typeof value !== 'object' || value === null) return;
  const inside: Iterable<[PropertyKey, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [key, inner] of inside) collect(inner, [...path, key], into);
}

/** The lists under a name (`source`, `whoKnows`), with the way to each. */
export function listsNamed(name: string, value: unknown): { path: Path; ids: string[] }[] {
  return walk(value).flatMap((found) =>
    found.path.at(-1) === name && Array.isArray(found.value)
      ? [{ path: found.path, ids: found.value.filter((id) => typeof id === 'string') }]
      : [],
  );
}

const withWhen = ['fees', 'time', ...statementLists, 'ownSteps'] as const;

/** The conditions of a procedure, with the way to each. */
export function conditionsOf(procedure: Procedure): { path: Path; condition: Condition }[] {
  const steps = Object.entries(procedure.steps);
  const found: { path: Path; condition: Condition | undefined }[] = [
    ...Object.entries(procedure.questions).map(([id, { when }]) => ({
      path: ['questions', id, 'when'],
      condition: when,
    })),
    ...procedure.documents.map(({ need }, i) => ({
      path: ['documents', i, 'need'],
      condition: typeof need === 'string' ? undefined : need,
    })),
    ...procedure.documents.map(({ replacedWhen }, i) => ({
      path: ['documents', i, 'replacedWhen'],
      condition: replacedWhen,
    })),
    ...procedure.time.flatMap(({ plus }, i) =>
      plus.map(({ when }, k) => ({ path: ['time', i, 'plus', k, 'when'], condition: when })),
    ),
    ...steps.map(([id, { skip }]) => ({
      path: ['steps', id, 'skip'],
      condition: skip === true ? undefined : skip,
    })),
    ...steps.flatMap(([id, { notes }]) =>
      notes.map(({ when }, i) => ({ path: ['steps', id, 'notes', i, 'when'], condition: when })),
    ),
    ...withWhen.flatMap((field) =>
      procedure[field].map(({ when }, i) => ({ path: [field, i, 'when'], condition: when })),
    ),
    // What a helper answers names a question and an option, as a condition does.
    ...procedure.helpers.map(({ q, is }, i) => ({ path: ['helpers', i], condition: { q, is } })),
  ];
  return found.flatMap(({ path, condition }) => (condition === undefined ? [] : [{ path, condition }]));
}
