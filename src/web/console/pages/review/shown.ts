import type { ItemNames } from '#publishing/item-names.ts';
import type { Json } from '#root/json.ts';
import { textFrom } from '../../editing/text-from.ts';
import { localDateText } from '../../shell/times.ts';
import { publishingWords } from '../../words/publishing.vi.ts';

/** A side of a comparison as officers read it. */
export function shown({ is }: { readonly is?: Json | undefined }, names: ItemNames): string {
  if (is === undefined || is === '') return publishingWords.review.missing;
  return typeof is === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(is) ? localDateText(is) : textFrom(is, names);
}
