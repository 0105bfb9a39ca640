import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { localDate } from '#root/clock.ts';
import { scopeParams } from '#staff/door.ts';
import { fold } from '#understanding/text.ts';
import {
  checkBody,
  checkedSchema,
  listQuery,
  listSchema,
  openedSchema,
  saveBody,
  savedConflictSchema,
  savedSchema,
} from '../contract.ts';
import { keyText } from '../places/place.ts';
import type { EntryKey } from '../ports.ts';
import type { Rooms } from './rooms.ts';
import {
  BIG_BODY,
  differenceShapes,
  draftShape,
  entryParams,
  entryShape,
  faultShape,
  threeWayShapes,
} from './shapes.ts';

/** Lists, one entry with everything about it, and saving as typed. */
export function entryRoutes({ door, drafts, store, shelf, clock }: Rooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/entries',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams, query: listQuery },
      out: { 200: listSchema },
      async handler({ params, query }) {
        const open = await store.listed(['writing', 'in-review', 'approved', 'refused'], null);
        const byEntry = Map.groupBy(open, ({ key }) => keyText(key));
        const words = fold(query.q).split(/\s+/).filter(Boolean);
        const today = localDate(clock());
        const found = shelf()
          .entries(params.scope, query.kind ?? null)
          .filter(
            (entry) =>
              words.every((word) => entry.searched.includes(word)) &&
              (query.only !== 'edited' || entry.edited) &&
              (query.only !== 'drafted' || byEntry.has(keyText(entry.key))) &&
              (query.only !== 'due' || (entry.review !== null && entry.review < today)) &&
              (query.only !== 'low' || entry.lowSources),
          );
        const items = found.slice(query.offset, query.offset + query.limit).map((entry) => ({
          key: entry.key,
          title: entry.title,
          version: entry.version,
          edited: entry.edited,
          asOf: entry.asOf,
          review: entry.review,
          drafts: (byEntry.get(keyText(entry.key)) ?? []).map(({ status, authorName }) => ({
            status,
            authorName,
          })),
        }));
        // What is written for the first time stands in no release yet.
        const fresh = open
          .filter(
            ({ key, title }) =>
              key.scope === params.scope &&
              (query.kind === undefined || key.kind === query.kind) &&
              query.offset === 0 &&
              query.only !== 'edited' &&
              query.only !== 'due' &&
              query.only !== 'low' &&
              shelf().entry(key) === null &&
              words.every((word) => fold(`${title} ${key.id}`).includes(word)),
          )
          .map(({ key, title, status, authorName }) => ({
            key,
            title,
            version: 0,
            edited: false,
            asOf: null,
            review: null,
            drafts: [{ status, authorName }],
          }));
        return ok({ total: found.length + fresh.length, items: [...fresh, ...items] });
      },
    }),

    route({
      method: 'GET',
      path: '/api/staff/:scope/entries/:kind/:id',
      who: door.holding('view'),
      in: { ...noInput, params: entryParams },
      out: { 200: openedSchema },
      async handler({ caller, params: key }) {
        const entry = shelf().entry(key);
        const base = key.scope === 'base' ? null : shelf().entry({ ...key, scope: 'base' });
        const [open, mine] = await Promise.all([store.ofEntry(key), store.mine(caller, key)]);
        const against = mine?.value ?? entry?.value ?? null;
        const isOld = mine !== null && mine.basedOn !== (entry?.hash ?? null);
        return ok({
          key,
          entry: entry === null ? null : entryShape(entry),
          base: base === null ? null : entryShape(base),
          whole: drafts.wholeOf(key, entry?.value ?? null),
          shipped: shelf().shippedOf(key)?.value ?? null,
          mine: mine === null ? null : draftShape(mine),
          mineWhole: mine === null ? null : drafts.wholeOf(key, mine.value),
          changedSince: isOld ? threeWayShapes(mine.base, entry?.value ?? null, mine.value, base?.value) : [],
          others: open
            .filter(({ author }) => author !== caller.id)
            .map(({ id, authorName, status, updatedAt, value }) => ({
              id,
              authorName,
              status,
              updatedAt,
              differences: differenceShapes(against, value),
            })),
        });
      },
    }),

    route({
      method: 'PUT',
      path: '/api/staff/:scope/entries/:kind/:id/draft',
      who: door.holding('edit'),
      in: { params: entryParams, query: noInput.query, body: saveBody, maxBytes: BIG_BODY },
      out: { 200: savedSchema, 409: savedConflictSchema },
      async handler({ caller, params, body }) {
        const key: EntryKey = params;
        const value = body.as === 'whole' ? drafts.ownOf(key, body.value) : body.value;
        const saved = await drafts.type(caller, { key, value }, body.rev, body.note);
        if ('draft' in saved) return ok({ draft: draftShape(saved.draft) });
        return {
          status: 409,
          json: {
            error: {
              code: 'Conflict',
              message: 'Typed over an older revision',
              draft: draftShape(saved.conflict),
            },
          },
        };
      },
    }),

    route({
      method: 'POST',
      path: '/api/staff/:scope/entries/:kind/:id/check',
      who: door.holding('view'),
      in: { params: entryParams, query: noInput.query, body: checkBody, maxBytes: BIG_BODY },
      out: { 200: checkedSchema },
      async handler({ params: key, body }) {
        const value = body.as === 'whole' ? drafts.ownOf(key, body.value) : body.value;
        const faults = await drafts.check([{ key, value }]);
        const live = drafts.wholeOf(key, shelf().entry(key)?.value ?? null);
        return ok({
          faults: faults.map(faultShape),
          differences: differenceShapes(live, drafts.wholeOf(key, value)),
        });
      },
    }),
  ];
}
