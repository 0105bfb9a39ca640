import { newId } from '#root/ids.ts';
import type { Officer } from '#staff/officer.ts';
import type { Draft, Entry } from './ports.ts';

/** A draft as an officer begins it. `live`: the entry that it begins from; null: there is none yet. */
export const newDraft = (
  officer: Officer,
  live: Entry | null,
  typed: Pick<Draft, 'key' | 'title' | 'value' | 'status' | 'note'>,
  now: number,
): Draft => ({
  ...typed,
  id: newId(now),
  author: officer.id,
  authorName: officer.name,
  basedOn: live?.hash ?? null,
  base: live?.value ?? null,
  rev: 1,
  publishAt: null,
  reviewer: null,
  reviewerName: null,
  reviewNote: null,
  createdAt: now,
  updatedAt: now,
});
