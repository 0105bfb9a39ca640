/** One line of a check: what was looked at, how it stands, and what to do where it does not. */
export interface Finding {
  readonly ok: boolean;
  readonly about: string;
  readonly what: string;
  readonly todo?: string;
}

export const good = (about: string, what: string): Finding => ({ ok: true, about, what });
export const bad = (about: string, what: string, todo: string): Finding => ({ ok: false, about, what, todo });

export const findingLine = ({ ok, about, what, todo }: Finding): string =>
  `${ok ? '✓' : '✗'} ${about}: ${what}${todo === undefined ? '' : `\n    → ${todo}`}`;
