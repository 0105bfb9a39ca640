import { compareText } from './fault.ts';

/** Groups whose written order means something: questions are asked, options offered in it. */
const ORDERED = new Set(['questions', 'options']);

/** JSON that is the same for the same content, however its keys were ordered. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, inner]: [string, unknown]) => `${JSON.stringify(key)}:${canonicalJson(ordered(key, inner))}`);
  return `{${parts.join(',')}}`;
}

function ordered(key: string, inner: unknown): unknown {
  const isGroup = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return ORDERED.has(key) && isGroup ? Object.entries(inner) : inner;
}
