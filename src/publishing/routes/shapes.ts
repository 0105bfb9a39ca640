import { z } from 'zod';
import type { Json } from '#root/json.ts';
import { parseJson } from '#root/json.ts';
import type { Difference } from '#knowledge/differences.ts';
import { scopeParams } from '#staff/door.ts';
import { entryIdSchema, entryKindSchema } from '../contract.ts';
import type { Draft, Entry, EntryFault } from '../ports.ts';
import type { ThreeWay } from '../three-way.ts';
import type { ToldFault } from '../workbench.ts';

export const entryParams = scopeParams.extend({ kind: entryKindSchema, id: entryIdSchema });
export const draftParams = scopeParams.extend({ id: z.string() });

/** Entries of whole procedures with all their words. */
export const BIG_BODY = 512 * 1024;

const side = (value: unknown): { is?: Json } =>
  value === undefined ? {} : { is: parseJson(JSON.stringify(value)) };

export const differenceShape = ({ path, before, after }: Difference) => ({
  path,
  before: side(before),
  after: side(after),
});

export const threeWayShape = ({ path, base, theirs, mine, clash }: ThreeWay) => ({
  path,
  base: side(base),
  theirs: side(theirs),
  mine: side(mine),
  clash,
});

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
