import type { Json } from '#root/json.ts';
import { isGroup } from '../doc/path.ts';

/** A bare string is Vietnamese. */
export function textOf(value: Json | undefined): { readonly vi: string; readonly en: string } {
  if (typeof value === 'string') return { vi: value, en: '' };
  if (!isGroup(value)) return { vi: '', en: '' };
  const { vi, en } = value;
  return { vi: typeof vi === 'string' ? vi : '', en: typeof en === 'string' ? en : '' };
}
