import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { localDate } from '#root/clock.ts';
import { AppError } from '#root/errors.ts';
import { scopeParams, type Audit, type StaffDoor } from '#staff/door.ts';
import { auditLine } from '../audit-line.ts';
import type { Drafts, EntryKey } from '../ports.ts';
import type { Review } from '../review.ts';
import { faultShape } from '../routes/shapes.ts';
import { words } from '../words.ts';
import { confirmedValue } from './confirm.ts';
import {
  confirmBody,
  confirmedSchema,
  lookBody,
  lookedSchema,
  notConfirmedSchema,
  takeBody,
  workListSchema,
  workQuery,
} from './contract.ts';
import type { Look } from './look.ts';
import type { FreshnessStore } from './repository.ts';
import { countsOf, filtered, workList } from './work-list.ts';

export interface FreshnessParts {
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly drafts: Drafts;
  readonly submit: Review['submit'];
  readonly store: FreshnessStore;
  readonly look: Look;
  readonly clock: () => number;
}

/** The work list of what is to be looked at again, and the two clicks by which an entry is said to hold. */
export function freshnessRoutes(parts: FreshnessParts): readonly Route[] {
  const { door, audit, drafts, submit, store, look, clock } = parts;

  /** An entry of the scope of the path. Throws NOT_FOUND for what is not there, FORBIDDEN for other scopes. */
  const entryIn = (scope: string, key: EntryKey) => {
    if (key.scope !== scope) throw new AppError('FORBIDDEN');
    const entry = drafts.entry(key);
    if (entry === null) throw new AppError('NOT_FOUND');
    return entry;
  };

  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/freshness',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams, query: workQuery },
      out: { 200: workListSchema },
      async handler({ caller, params: { scope }, query }) {
        const [links, works] = await Promise.all([store.links(), store.works()]);
        const all = workList(scope, { drafts, links, works, today: localDate(clock()) });
        const items = filtered(all, {
          reason: query.reason ?? null,
          by: query.mine === undefined ? null : caller,
          q: query.q,
        });
        return ok({
          total: items.length,
          items: items.slice(query.offset, query.offset + query.limit),
          counts: countsOf(all),
          links: { known: links.length, lookedAt: Math.max(0, ...links.map(({ lookedAt }) => lookedAt)) },
        });
      },
    }),

    route({
      method: 'POST',
      path: '/api/staff/:scope/freshness/confirmations',
      who: door.holding('edit'),
      in: { ...noInput, params: scopeParams, body: confirmBody },
      out: { 200: confirmedSchema, 422: notConfirmedSchema },
      async handler({ caller, params: { scope }, body }) {
        const now = clock();
        const today = localDate(now);
        const entry = entryIn(scope, body.key);
        if (body.review <= today) throw new AppError('BODY_INVALID', 'review: must be after today');
        // What she is writing must not be handed in unfinished.
        if ((await drafts.mine(caller, body.key)) !== null) throw new AppError('CONFLICT', 'an open draft');
        const value = confirmedValue(entry.value, body, today);
        if (value === null) throw new AppError('BODY_INVALID', 'source: none of this entry');
        const by = 'id' in body.source ? body.source.id : body.source.title;
        const saved = await drafts.save(caller, { key: body.key, value }, words.stillRight(by));
        const handed = await submit(caller, saved, { rev: saved.rev, note: saved.note, publishAt: null });
        if ('faults' in handed) {
          const faults = handed.faults.map(faultShape);
          return {
            status: 422,
            json: { error: { code: 'NotPublishable', message: 'It has faults', faults } },
          };
        }
        await store.confirm(body.key, caller, entry.hash, now);
        await audit.write(auditLine(caller, body.key, 'freshness.confirm', by.slice(0, 200)), clock());
        return ok({ draft: handed.draft });
      },
    }),

    route({
      method: 'PUT',
      path: '/api/staff/:scope/freshness/taken',
      who: door.holding('edit'),
      in: { ...noInput, params: scopeParams, body: takeBody },
      out: { 204: null },
      async handler({ caller, params: { scope }, body: { key, mine } }) {
        entryIn(scope, key);
        await store.take(key, mine ? caller : null, clock());
        await audit.write(auditLine(caller, key, mine ? 'freshness.take' : 'freshness.give-back'), clock());
        return { status: 204 };
      },
    }),

    route({
      method: 'POST',
      path: '/api/staff/:scope/freshness/looks',
      who: door.holding('edit'),
      in: { ...noInput, params: scopeParams, body: lookBody },
      out: { 200: lookedSchema },
      limit: { points: 20, seconds: 60, key: ({ id }) => id },
      async handler({ body: { url } }) {
        // Of what is in the list alone: no officer sends this server anywhere else.
        const known = (await store.links()).some((link) => link.url === url);
        if (!known) throw new AppError('NOT_FOUND');
        const seen = await look(url);
        await store.looked(url, seen, clock());
        return ok(seen);
      },
    }),
  ];
}
