import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One zod issue as places and plain words; a key that does not belong is named at the key. */
export interface PlainIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly atKey: boolean;
}

export function plainIssues(issues: readonly Issue[]): PlainIssue[] {
  return issues.flatMap((issue) => plainIssue(issue, []));
}

function plainIssue(issue: Issue, before: readonly PropertyKey[]): PlainIssue[] {
  const path = [...before, ...issue.path];
  const say = (message: string): PlainIssue[] => [{ path, message, atKey: false }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `"${key}" is not known here; check its spelling`,
        atKey: true,
      }));
    case 'invalid_type':
      return say(wrongType(issue.expected, issue.input));
    case 'invalid_union':
      return closest(issue.errors, path) ?? say(issue.message);
    case 'invalid_value':
      return say(
        `must be ${issue.values.map((value) => `"${String(value)}"`).join(', ')}${got(issue.input)}`,
      );
    case 'invalid_key':
      return issue.issues.map((inner) => ({
        path,
        message: `the name "${String(path.at(-1))}" ${inner.message}`,
        atKey: true,
      }));
    case 'too_small':
      return say(issue.origin === 'array' || issue.origin === 'string' ? 'must not be empty' : issue.message);
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_format':
    case 'invalid_element':
    case 'custom':
    default:
      return say(`${issue.message}${got(issue.input)}`);
  }
}

/** Of a union, the form that the writer most likely meant: the one that gets furthest before it breaks. */
function closest(branches: readonly (readonly Issue[])[], path: readonly PropertyKey[]): PlainIssue[] | null {
  const ranked = branches
    .filter((branch) => branch.length > 0)
    .toSorted((a, b) => strangeness(a) - strangeness(b) || a.length - b.length);
  const best = ranked[0];
  return best === undefined ? null : best.flatMap((issue) => plainIssue(issue, path));
}

/** Wrong from the start: of another type altogether, or with keys that the form does not have. */
function strangeness(branch: readonly Issue[]): number {
  return Math.max(
    ...branch.map((issue) => {
      if (issue.path.length > 0 && issue.code !== 'invalid_type') return 0;
      if (issue.code === 'invalid_union') return 1;
      if (issue.code === 'unrecognized_keys') return 2;
      return issue.path.length === 0 ? 4 : 3;
    }),
  );
}

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing';
  if (expected === 'string' && typeof input === 'number')
    return `must be words: put ${String(input)} in quotes`;
  const names: Record<string, string> = {
    string: 'words',
    array: 'a list (- …)',
    object: 'a group of names and values',
    record: 'a group of names and values',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
  };
  return `must be ${names[expected] ?? expected}${got(input)}`;
}

function got(input: unknown): string {
  if (input === undefined) return '';
  const text = JSON.stringify(input);
  return `, here it is ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`;
}
