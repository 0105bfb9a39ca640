import { aspectSchema } from '#knowledge/schema/ids.ts';
import type { ItemNames } from '#publishing/item-names.ts';
import { aspectWords } from '../words/aspects.vi.ts';
import { fieldWords } from '../words/fields.vi.ts';

/** A place in an entry as officers read it: `fees.dung-han.amount` → "Lệ phí › Nộp đúng hạn › Mức"; `names`: words for ids. */
export function fieldName(path: string, names: ItemNames = {}): string {
  if (path === '') return fieldWords['text'] ?? '';
  const steps = path.split('.');
  return steps.map((step, index) => names[steps.slice(0, index + 1).join('.')] ?? wordFor(step)).join(' › ');
}

const wordFor = (step: string): string =>
  /^\d+$/.test(step) ? String(Number(step) + 1) : (fieldWords[step] ?? aspectNameOf(step) ?? step);

function aspectNameOf(step: string): string | null {
  const aspect = aspectSchema.safeParse(step);
  return aspect.success ? aspectWords[aspect.data] : null;
}
