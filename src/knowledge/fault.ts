/** Something wrong with the content, said so that whoever wrote it can mend it. */
export interface Fault {
  /** Relative to the data folder. */
  readonly file: string;
  /** From 1; 1:1 where the fault is about the whole file. */
  readonly line: number;
  readonly column: number;
  /** Where in the file, such as `documents.2.need`. */
  readonly path: string;
  readonly message: string;
  /** Warnings do not keep a release back. */
  readonly severity: 'error' | 'warning';
}

/** `file:line:column: message`, as editors and terminals open it. */
export function faultLine({ file, line, column, path, message, severity }: Fault): string {
  const where = path === '' ? '' : ` [${path}]`;
  return `${file}:${String(line)}:${String(column)}: ${severity}: ${message}${where}`;
}

export const byPlace = (a: Fault, b: Fault): number =>
  compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message);

/** By code point: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
