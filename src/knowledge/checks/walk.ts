import type { Condition } from '../schema/condition.ts';
import { statementLists, type Procedure } from '../schema/procedure.ts';

export type Path = readonly PropertyKey[];

/** Every value inside, with the way to it; the value itself first. */
export function* walk(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  yield { path, value };
  if (Array.isArray(value)) {
    for (const [i, inner] of value.entries()) yield* walk(inner, [...path, i]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* walk(inner, [...path, key]);
  }
}

/** The lists under a name (`source`, `whoKnows`), with the way to each. */
export function listsNamed(name: string, value: unknown): { path: Path; ids: string[] }[] {
  return [...walk(value)].flatMap((found) =>
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
