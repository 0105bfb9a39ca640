import type { z } from 'zod';
import {
  checkedSchema,
  listSchema,
  openedSchema,
  previewSchema,
  savedSchema,
  type checkBody,
  type draftSchema,
  type listQuery,
  type previewBody,
  type rebaseBody,
  type saveBody,
  type submitBody,
  type threeWaySchema,
} from '#publishing/contract.ts';
import type { EntryKey } from '#publishing/ports.ts';
import { call } from './call.ts';

const ENTRIES = '/api/staff/:scope/entries';
const ENTRY = `${ENTRIES}/:kind/:id`;
const DRAFT = '/api/staff/:scope/drafts/:id';

export type Opened = z.output<typeof openedSchema>;
export type Draft = z.output<typeof draftSchema>;
export type Listed = z.output<typeof listSchema>['items'][number];
export type Preview = z.output<typeof previewSchema>;
export type ThreeWay = z.output<typeof threeWaySchema>;

const paramsOf = ({ kind, scope, id }: EntryKey) => ({ params: { kind, scope, id } });

export const listEntries = (
  scope: string,
  query: Partial<z.output<typeof listQuery>>,
  signal?: AbortSignal,
) =>
  call(
    { method: 'GET', path: ENTRIES, out: listSchema },
    { params: { scope }, query, ...(signal === undefined ? {} : { signal }) },
  );

export const openEntry = (key: EntryKey) =>
  call({ method: 'GET', path: ENTRY, out: openedSchema }, paramsOf(key));

/** Answers 409 with the newer draft in `error.more` where it was typed over an older one. */
export const saveDraft = (key: EntryKey, body: z.input<typeof saveBody>) =>
  call({ method: 'PUT', path: `${ENTRY}/draft`, out: savedSchema }, { ...paramsOf(key), body });

export const checkEntry = (key: EntryKey, body: z.input<typeof checkBody>, signal?: AbortSignal) =>
  call(
    { method: 'POST', path: `${ENTRY}/check`, out: checkedSchema },
    { ...paramsOf(key), body, ...(signal === undefined ? {} : { signal }) },
  );

export const previewEntry = (key: EntryKey, body: z.input<typeof previewBody>, signal?: AbortSignal) =>
  call(
    { method: 'POST', path: `${ENTRY}/preview`, out: previewSchema },
    { ...paramsOf(key), body, ...(signal === undefined ? {} : { signal }) },
  );

type DraftCall<Body> = (
  draft: Pick<Draft, 'id' | 'key'>,
  body: Body,
) => Promise<z.output<typeof savedSchema>>;

const draftCall =
  (action: string): DraftCall<unknown> =>
  (draft, body) =>
    call(
      { method: 'POST', path: `${DRAFT}/${action}`, out: savedSchema },
      { params: { scope: draft.key.scope, id: draft.id }, body },
    );

/** Answers 422 with the faults in `error.more` where it cannot be published. */
export const submitDraft: DraftCall<z.input<typeof submitBody>> = draftCall('submit');
export const rebaseDraft: DraftCall<z.input<typeof rebaseBody>> = draftCall('rebase');
export const dropDraft: DraftCall<{ readonly rev: number }> = draftCall('drop');
