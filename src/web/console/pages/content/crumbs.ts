import type { EntryKind } from '#publishing/ports.ts';
import { kindWords } from '../../words/kinds.vi.ts';

export const listCrumb = (kind: EntryKind) => ({
  label: kindWords[kind].many,
  path: `noi-dung?loai=${kind}`,
});
