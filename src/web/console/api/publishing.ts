import type { z } from 'zod';
import {
  draftsSchema,
  draftViewSchema,
  overridesSchema,
  publicationSchema,
  publicationsSchema,
  releaseDifferenceSchema,
  releasesSchema,
  savedSchema,
  takenSchema,
  upgradesSchema,
  type differenceSchema,
  type draftStatusSchema,
  type entryDifferenceSchema,
  type publicationSchema as publication,
  type upgradeBody,
} from '#publishing/contract.ts';
import type { EntryKey } from '#publishing/ports.ts';
import { call } from './call.ts';

export type Difference = z.output<typeof differenceSchema>;
export type EntryDifference = z.output<typeof entryDifferenceSchema>;
export type DraftView = z.output<typeof draftViewSchema>;
export type Release = z.output<typeof releasesSchema>['releases'][number];
export type Publication = z.output<typeof publication>;
export type Upgrade = z.output<typeof upgradesSchema>['upgrades'][number];
type Status = z.output<typeof draftStatusSchema>;

const AT = '/api/staff/:scope';
const KEY = ':kind/:id';
const ofKey = ({ kind, scope, id }: EntryKey) => ({ params: { kind, scope, id } });

export const listDrafts = (scope: string, status: Status) =>
  call({ method: 'GET', path: `${AT}/drafts`, out: draftsSchema }, { params: { scope }, query: { status } });

export const readDraft = (scope: string, id: string) =>
  call({ method: 'GET', path: `${AT}/drafts/:id`, out: draftViewSchema }, { params: { scope, id } });

const judged = (action: 'approve' | 'refuse') => {
  const contract = { method: 'POST', path: `${AT}/drafts/:id/${action}`, out: savedSchema } as const;
  return (scope: string, id: string, body: { readonly rev: number; readonly note: string }) =>
    call(contract, { params: { scope, id }, body });
};
export const approveDraft = judged('approve');
export const refuseDraft = judged('refuse');

export const listReleases = (scope: string) =>
  call({ method: 'GET', path: `${AT}/releases`, out: releasesSchema }, { params: { scope } });

export const listPublications = (scope: string) =>
  call({ method: 'GET', path: `${AT}/publications`, out: publicationsSchema }, { params: { scope } });

export const compareReleases = (scope: string, from: number, to: number) =>
  call(
    { method: 'GET', path: `${AT}/releases/:from/difference/:to`, out: releaseDifferenceSchema },
    { params: { scope, from, to } },
  );

/** `time`: epoch ms. */
export const readFuture = (scope: string, time: number) =>
  call(
    { method: 'GET', path: `${AT}/releases/at/:time`, out: releaseDifferenceSchema },
    { params: { scope, time } },
  );

export const restoreRelease = (to: number, note: string) =>
  call(
    { method: 'POST', path: `${AT}/releases/:to/restore`, out: publicationSchema },
    { params: { scope: 'base', to }, body: { note } },
  );

export const listOverrides = (scope: string) =>
  call({ method: 'GET', path: `${AT}/overrides`, out: overridesSchema }, { params: { scope } });

export const takeBack = (key: EntryKey) =>
  call(
    { method: 'POST', path: `${AT}/overrides/${KEY}/take-back`, out: savedSchema },
    { ...ofKey(key), body: {} },
  );

export const offerToBase = (key: EntryKey) =>
  call(
    { method: 'POST', path: `${AT}/overrides/${KEY}/offer`, out: savedSchema },
    { ...ofKey(key), body: {} },
  );

export const listUpgrades = (scope: string) =>
  call({ method: 'GET', path: `${AT}/upgrades`, out: upgradesSchema }, { params: { scope } });

export const settleUpgrade = (key: EntryKey, body: z.input<typeof upgradeBody>) =>
  call({ method: 'POST', path: `${AT}/upgrades/${KEY}`, out: takenSchema }, { ...ofKey(key), body });
