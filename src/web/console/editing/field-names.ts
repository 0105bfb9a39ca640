import { fieldWords } from '../words/fields.vi.ts';

/** A place in an entry as officers read it: `fees.dung-han.amount` → "Lệ phí › dung-han › Mức". */
export function fieldName(path: string): string {
  if (path === '') return fieldWords['text'] ?? '';
  return path
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : (fieldWords[step] ?? step)))
    .join(' › ');
}
