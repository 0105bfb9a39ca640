import { z } from 'zod';
import type { Json } from '#root/json.ts';
import { parseJson } from '#root/json.ts';
import { differences } from '#knowledge/differences.ts';
import { scopeParams } from '#staff/door.ts';
import { entryIdSchema, entryKindSchema } from '../contract.ts';
import { itemNames } from '../item-names.ts';
import type { Draft, Entry, EntryFault } from '../ports.ts';
import { threeWay } from '../three-way.ts';
import type { ToldFault } from '../workbench.ts';

export const entryParams = scopeParams.extend({ kind: entryKindSchema, id: entryIdSchema });
export const draftParams = scopeParams.extend({ id: z.string() });

/** Entries of whole procedures with all their words. */
export const BIG_BODY = 512 * 1024;

const side = (value: unknown): { is?: Json } =>
  value === undefined ? {} : { is: parseJson(JSON.stringify(value)) };

/** What differs between two versions of an entry, each with words for the ids in it. */
export const differenceShapes = (was: Json | null | undefined, is: Json | null | undefined) =>
  differences(was ?? undefined, is ?? undefined).map(({ path, before, after }) => ({
    path,
    before: side(before),
    after: side(after),
    names: itemNames(path, [is, was], [before, after]),
  }));

/** `whole`: where the three are overrides, the entry with its words. */
export const threeWayShapes = (
  base: Json | null,
  theirs: Json | null,
  mine: Json | null,
  whole: Json | null = null,
) =>
  threeWay(base, theirs, mine).map(({ path, clash, ...sides }) => ({
    path,
    base: side(sides.base),
    theirs: side(sides.theirs),
    mine: side(sides.mine),
    clash,
    names: itemNames(path, [mine, theirs, base, whole], [sides.mine, sides.theirs, sides.base]),
  }));

export const faultShape = ({ key, path, says, severity }: EntryFault | ToldFault) => ({
  key,
  path,
  says,
  severity,
});

export const entryShape = ({ key, title, value, version, hash, edited }: Entry) => ({
  key,
  title,
  value,
  version,
  hash,
  edited,
});

export const draftShape = (draft: Draft): Draft => draft;
