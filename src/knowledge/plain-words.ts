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
      return issue.errors.length === 0 ? say(issue.message) : unionIssue(issue.errors, issue.input, path);
    case 'invalid_value':
      return say(`must be ${wantedBy(issue)}${got(issue.input)}`);
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

type Branches = readonly (readonly Issue[])[];

/** A value that could be one of several forms: what is wrong with the form most likely meant. */
function unionIssue(branches: Branches, input: unknown, path: readonly PropertyKey[]): PlainIssue[] {
  if (input === undefined) return [{ path, message: 'is missing', atKey: false }];
  if (typeof input !== 'object' || input === null) {
    const forms = [
      ...new Set(branches.flatMap((branch) => (branch[0] === undefined ? [] : [wantedBy(branch[0])]))),
    ];
    return [{ path, message: `must be ${forms.join(' or ')}${got(input)}`, atKey: false }];
  }
  const best = branches.toSorted((a, b) => strangeness(a) - strangeness(b))[0] ?? [];
  return best.flatMap((issue) => plainIssue(issue, path));
}

/** How far a value is from a form: another kind altogether, else the names that are wrong or missing. */
function strangeness(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 2 * issue.keys.length;
    if (issue.code === 'invalid_union') return sum + (issue.path.length > 0 ? 1 : nearest(issue.errors));
    return sum + (issue.path.length === 0 ? 100 : 2);
  }, 0);
}

const nearest = (branches: Branches): number => Math.min(100, ...branches.map(strangeness));

function wantedBy(issue: Issue): string {
  if (issue.code === 'invalid_value') return issue.values.map((value) => `"${String(value)}"`).join(' or ');
  if (issue.code === 'invalid_type') return NAMES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_union') {
    return [
      ...new Set(issue.errors.flatMap((branch) => (branch[0] === undefined ? [] : [wantedBy(branch[0])]))),
    ].join(' or ');
  }
  return issue.message;
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'words',
  array: 'a list (- …)',
  object: 'a group of names and values',
  record: 'a group of names and values',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing';
  if (expected === 'string' && typeof input === 'number')
    return `must be words: put ${String(input)} in quotes`;
  return `must be ${NAMES[expected] ?? expected}${got(input)}`;
}

function got(input: unknown): string {
  if (input === undefined) return '';
  const text = JSON.stringify(input);
  return `, here it is ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`;
}
