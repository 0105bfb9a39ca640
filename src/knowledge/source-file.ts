import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Fault } from './fault.ts';

/** One YAML file of the data folder, read so that every value knows its line and column. */
export interface SourceFile {
  readonly file: string;
  readonly value: unknown;
  /** A fault at a value of this file; at the nearest value around it where there is none. */
  fault(path: readonly PropertyKey[], message: string, severity?: Fault['severity']): Fault;
  /** A fault at a key instead of its value. */
  faultAtKey(path: readonly PropertyKey[], message: string): Fault;
}

/** Parses one file. What is no YAML, and characters nobody sees, come back as faults. */
export function readSource(file: string, text: string): { source: SourceFile; faults: Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (
    offset: number,
    path: readonly PropertyKey[],
    message: string,
    severity: Fault['severity'],
  ): Fault => {
    const { line, col } = lines.linePos(offset);
    return {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      path: path.join('.'),
      message,
      severity,
    };
  };
  const source: SourceFile = {
    file,
    value: valueOf(document),
    fault: (path, message, severity = 'error') => at(offsetOf(document, path), path, message, severity),
    faultAtKey: (path, message) => at(keyOffsetOf(document, path), path, message, 'error'),
  };
  const faults = [
    ...document.errors.map(({ pos, message }) =>
      at(pos[0], [], `this is not valid YAML: ${message}`, 'error'),
    ),
    ...hiddenCharacters(document).map(([offset, message]) => at(offset, [], message, 'error')),
  ];
  return { source, faults };
}

function valueOf(document: Document): unknown {
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = hasRange(node) ? node.range : undefined;
    if (range) return range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffsetOf(document: Document, path: readonly PropertyKey[]): number {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
    : undefined;
  const key = pair !== undefined && isPair(pair) ? pair.key : undefined;
  return hasRange(key) && key.range ? key.range[0] : offsetOf(document, path);
}

function hasRange(node: unknown): node is { range?: [number, number, number] | null } {
  return typeof node === 'object' && node !== null && 'range' in node;
}

/** Control characters, zero-width and direction marks: they look like nothing and break comparisons. */
const HIDDEN = /[^\P{C}\n]/u;

function hiddenCharacters(document: Document): [offset: number, message: string][] {
  const found: [number, string][] = [];
  visit(document, {
    Scalar(_, { value, range }) {
      if (typeof value !== 'string') return;
      const hidden = HIDDEN.exec(value)?.[0];
      if (hidden !== undefined) {
        found.push([range?.[0] ?? 0, invisible(hidden)]);
      }
      if (value !== value.normalize('NFC')) {
        found.push([
          range?.[0] ?? 0,
          `"${value.slice(0, 40)}" is written with detached accent marks; save it in Unicode NFC ("dựng sẵn")`,
        ]);
      }
    },
  });
  return found;
}

/**
 * A file whose content was edited elsewhere than in YAML: faults have a path in it and no line. Characters that nobody
 * sees are faults as they are in a file.
 */
export function sourceOfValue(file: string, value: unknown): { source: SourceFile; faults: Fault[] } {
  const fault = (path: readonly PropertyKey[], message: string, severity: Fault['severity'] = 'error') => ({
    file,
    line: 1,
    column: 1,
    path: path.join('.'),
    message,
    severity,
  });
  const faults = stringsIn(value, []).flatMap(([path, words]) => {
    const hidden = HIDDEN.exec(words)?.[0];
    return hidden === undefined ? [] : [fault(path, invisible(hidden))];
  });
  return { source: { file, value, fault, faultAtKey: (path, message) => fault(path, message) }, faults };
}

function stringsIn(
  value: unknown,
  at: readonly PropertyKey[],
): [path: readonly PropertyKey[], words: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, [...at, key]));
}

function invisible(hidden: string): string {
  const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `holds the invisible character U+${code}; delete it and type the words again`;
}
