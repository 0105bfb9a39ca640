import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import { scopeParams } from '#staff/door.ts';
import { auditLine } from '../audit-line.ts';
import { overridesSchema, savedSchema, takenSchema, upgradeBody, upgradesSchema } from '../contract.ts';
import { newDraft } from '../new-draft.ts';
import { keyText } from '../places/place.ts';
import type { Draft, EntryKey } from '../ports.ts';
import { mergeSides } from '../three-way.ts';
import { upgradesOf } from '../upgrade.ts';
import type { Rooms } from './rooms.ts';
import { differenceShapes, draftShape, entryParams, threeWayShapes } from './shapes.ts';

/** Where a unit goes its own way, and where the product's new knowledge meets an edit. */
export function overrideRoutes({
  door,
  audit,
  drafts,
  store,
  entryStore,
  shelf,
  clock,
}: Rooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/overrides',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams },
      out: { 200: overridesSchema },
      handler({ params }) {
        if (params.scope === 'base') return ok({ entries: [] });
        const own = shelf()
          .entries(params.scope, 'procedure')
          .filter(({ key }) => key.scope === params.scope);
        return ok({
          entries: own.map(({ key, title, value }) => ({
            key,
            title,
            differences: differenceShapes(
              shelf().entry({ ...key, scope: 'base' })?.value,
              drafts.wholeOf(key, value),
            ).filter(({ path }) => path !== 'scope'),
          })),
        });
      },
    }),

    route({
      method: 'POST',
      path: '/api/staff/:scope/overrides/:kind/:id/take-back',
      who: door.holding('edit'),
      in: { params: entryParams, query: noInput.query, body: noInput.body },
      out: { 200: savedSchema },
      /** A draft without anything of its own: reviewed and published as any other. */
      handler: async ({ caller, params: key }) =>
        ok({ draft: draftShape(await drafts.save(caller, { key, value: isShipped(key) ? {} : null }, '')) }),
    }),

    route({
      method: 'POST',
      path: '/api/staff/:scope/overrides/:kind/:id/offer',
      who: door.holding('edit'),
      in: { params: entryParams, query: noInput.query, body: noInput.body },
      out: { 200: savedSchema },
      /** The unit's own as a draft of the base, for the province to look at. */
      async handler({ caller, params: key }) {
        const own = shelf().entry(key);
        const base = shelf().entry({ ...key, scope: 'base' });
        if (key.scope === 'base' || own === null) throw new AppError('NOT_FOUND');
        const now = clock();
        const offered = {
          key: { ...key, scope: 'base' as const },
          title: own.title,
          value: withoutScope(drafts.wholeOf(key, own.value)),
          status: 'in-review' as const,
          note: key.scope,
        };
        const draft = newDraft(caller, base, offered, now);
        await store.insert(draft);
        await audit.write(auditLine(caller, key, 'entry.offer', own.title), now);
        return ok({ draft: draftShape(draft) });
      },
    }),

    route({
      method: 'GET',
      path: '/api/staff/:scope/upgrades',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams },
      out: { 200: upgradesSchema },
      async handler({ params }) {
        const open = upgradesOf(shelf(), await entryStore.overlay()).filter(
          ({ key }) => params.scope === 'base' || key.scope === params.scope,
        );
        return ok({
          upgrades: open.map(({ key, title, shippedBefore, shippedNow, ours }) => ({
            key,
            title,
            shippedBefore,
            shippedNow,
            ours,
            fields: threeWayShapes(shippedBefore, shippedNow, ours, drafts.wholeOf(key, ours)),
          })),
        });
      },
    }),

    route({
      method: 'POST',
      path: '/api/staff/:scope/upgrades/:kind/:id',
      who: door.holding('edit'),
      in: { params: entryParams, query: noInput.query, body: upgradeBody },
      out: { 200: takenSchema },
      async handler({ caller, params: key, body }) {
        const open = upgradesOf(shelf(), await entryStore.overlay()).find(
          (one) => keyText(one.key) === keyText(key),
        );
        if (open === undefined) throw new AppError('NOT_FOUND');
        if (body.take === 'ours') {
          await entryStore.rebase(key, open.shippedNow);
          await audit.write(auditLine(caller, key, 'upgrade.keep', open.title), clock());
          return ok({ draft: null });
        }
        const chosen = new Map(Object.entries(body.chosen));
        const value =
          body.take === 'theirs' ? null : mergeSides(open.shippedBefore, open.shippedNow, open.ours, chosen);
        return ok({ draft: draftShape(await drafts.save(caller, { key, value }, '')) });
      },
    }),
  ];

  /** A shipped override cannot be taken away from the files; one that says nothing lies over it. */
  function isShipped(key: EntryKey): boolean {
    return shelf().shippedOf(key) !== null;
  }
}

function withoutScope(value: Draft['value']): Draft['value'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'scope'));
}
