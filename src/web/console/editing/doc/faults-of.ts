import type { z } from 'zod';
import type { Json } from '#root/json.ts';
import { faultWords as words } from '../../words/faults.vi.ts';
import type { FieldFault } from './doc.ts';

type Issue = z.core.$ZodIssue;

/** What the schema says against a value, by field and in words that an officer understands. */
export function faultsOf(schema: z.ZodType, value: Json): readonly FieldFault[] {
  const read = schema.safeParse(value);
  if (read.success) return [];
  return read.error.issues
    .flatMap((issue) => flattened(issue, []))
    .map(({ issue, path }) => ({
      path: path.join('.'),
      message: sentenceOf(issue),
      severity: 'error',
    }));
}

interface Placed {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}

/** Of a choice of shapes the one that fits best speaks: an amount that is no number should not also be 'unknown'. */
function flattened(issue: Issue, before: readonly PropertyKey[]): readonly Placed[] {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const branches = issue.errors.filter((branch) => !branch.some(isOtherKind));
  const best = branches.toSorted((a, b) => a.length - b.length)[0];
  return best === undefined ? [{ issue, path }] : best.flatMap((inner) => flattened(inner, path));
}

/** The branch is about another kind of value altogether. */
const isOtherKind = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return words.empty;
    case 'too_small':
      return issue.origin === 'array'
        ? words.atLeastOne
        : issue.origin === 'string'
          ? words.empty
          : words.tooSmall;
    case 'too_big':
      return words.tooBig;
    case 'invalid_format':
      return words.formats[issue.format] ?? words.format;
    case 'invalid_key':
      return words.id;
    case 'unrecognized_keys':
      return words.unknownField(issue.keys.join(', '));
    case 'invalid_union':
    case 'invalid_value':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      break;
  }
  return words.byMessage[issue.message] ?? words.choose;
}
