import type { z } from 'zod';
import { ok, type Answer } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import { scopeParams } from '#staff/door.ts';
import { may, type Officer, type Permission } from '#staff/officer.ts';
import {
  draftsQuery,
  draftsSchema,
  draftViewSchema,
  rebaseBody,
  refusedSchema,
  reviewBody,
  revBody,
  savedSchema,
  submitBody,
} from '../contract.ts';
import type { Draft } from '../ports.ts';
import type { Rooms } from './rooms.ts';
import { differenceShapes, draftParams, draftShape, faultShape, threeWayShapes } from './shapes.ts';

/** Drafts of a scope: the review list, one side by side with what is live, and its way to the gate. */
export function draftRoutes({ door, drafts, review, store, shelf, bench }: Rooms): readonly Route[] {
  /** A draft of another scope is not found: nobody learns that it exists. */
  const found = async (scope: string, id: string): Promise<Draft> => {
    const draft = await drafts.view(id);
    if (draft.key.scope !== scope) throw new AppError('NOT_FOUND');
    return draft;
  };
  const saved = (draft: Draft): Answer => ok({ draft: draftShape(draft) });
  /** One step of a draft's way: found in its scope, moved, given back as it stands then. */
  const step = <Body extends z.ZodType>(
    name: string,
    permission: Permission,
    body: Body,
    move: (by: Officer, draft: Draft, body: z.output<Body>) => Promise<Draft>,
  ): Route =>
    route({
      method: 'POST',
      path: `/api/staff/:scope/drafts/:id/${name}`,
      who: door.holding(permission),
      in: { params: draftParams, query: noInput.query, body },
      out: { 200: savedSchema },
      handler: async ({ caller, params, body: given }) =>
        saved(await move(caller, await found(params.scope, params.id), given)),
    });

  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/drafts',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams, query: draftsQuery },
      out: { 200: draftsSchema },
      async handler({ caller, params, query }) {
        const statuses =
          query.status === undefined
            ? (['in-review', 'approved', 'writing', 'refused'] as const)
            : [query.status];
        const listed = await store.listed(statuses, params.scope);
        const own = listed.filter(({ author }) => query.mine === undefined || author === caller.id);
        return ok({ drafts: own.map(draftShape) });
      },
    }),

    route({
      method: 'GET',
      path: '/api/staff/:scope/drafts/:id',
      who: door.holding('view'),
      in: { ...noInput, params: draftParams },
      out: { 200: draftViewSchema },
      async handler({ caller, params }) {
        const draft = await found(params.scope, params.id);
        const live = shelf().entry(draft.key);
        const whole = drafts.wholeOf(draft.key, live?.value ?? null);
        const isOld = draft.basedOn !== (live?.hash ?? null);
        const [faults, facts] = await Promise.all([
          drafts.check([draft]),
          bench.facts(drafts.over([]), drafts.over([draft])),
        ]);
        return ok({
          draft: draftShape(draft),
          live: whole,
          differences: differenceShapes(whole, drafts.wholeOf(draft.key, draft.value)),
          changedSince: isOld ? threeWayShapes(draft.base, live?.value ?? null, draft.value, whole) : [],
          faults: faults.map(faultShape),
          told: facts.told,
          may: {
            edit: draft.author === caller.id,
            approve: draft.author !== caller.id && may(caller, 'approve', draft.key.scope),
          },
        });
      },
    }),

    route({
      method: 'POST',
      path: '/api/staff/:scope/drafts/:id/submit',
      who: door.holding('edit'),
      in: { params: draftParams, query: noInput.query, body: submitBody },
      out: { 200: savedSchema, 422: refusedSchema },
      async handler({ caller, params, body }) {
        const draft = await found(params.scope, params.id);
        const moved = await review.submit(caller, draft, body);
        if ('draft' in moved) return saved(moved.draft);
        return {
          status: 422,
          json: {
            error: {
              code: 'NotPublishable',
              message: 'It has faults',
              faults: moved.faults.map(faultShape),
            },
          },
        };
      },
    }),

    step('approve', 'approve', reviewBody, (by, draft, { rev, note }) =>
      review.approve(by, draft, rev, note),
    ),
    step('refuse', 'approve', reviewBody, (by, draft, { rev, note }) => review.refuse(by, draft, rev, note)),
    step('withdraw', 'edit', revBody, (by, draft, { rev }) => review.withdraw(by, draft, rev)),
    step('drop', 'edit', revBody, (by, draft, { rev }) => review.drop(by, draft, rev)),
    step('rebase', 'edit', rebaseBody, (by, draft, { rev, chosen }) => {
      if (draft.author !== by.id) throw new AppError('FORBIDDEN', 'only its author may');
      return drafts.rebase(draft, rev, new Map(Object.entries(chosen)));
    }),
  ];
}
