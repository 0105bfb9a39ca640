import { z } from 'zod';
import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { scopeParams } from '../door.ts';
import type { StaffParts } from '../parts.ts';
import { auditPageSchema } from '../contract.ts';

const PAGE = 100;
const text = z.string().max(200).optional();
const number = z.coerce.number().int().nonnegative().optional();

/** Who did what, newest first. A unit's administrator sees her unit's lines, the province's all. */
export function auditRoutes({ callers, audit, accounts }: StaffParts): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/audit',
      who: callers.door.holding('administer'),
      in: {
        ...noInput,
        params: scopeParams,
        query: z.object({
          officer: text,
          /** `people` or `people.invite`. */
          action: text,
          subject: text,
          from: number,
          to: number,
          /** The last `seq` of the page before. */
          before: number,
        }),
      },
      out: { 200: auditPageSchema },
      async handler({ params: { scope }, query }) {
        const found = await audit.find({
          scope,
          officer: query.officer ?? null,
          action: query.action ?? null,
          subject: query.subject ?? null,
          from: query.from ?? null,
          to: query.to ?? null,
          before: query.before ?? null,
          limit: PAGE + 1,
        });
        const names = new Map((await accounts.all()).map(({ id, name }) => [id, name]));
        const lines = found.slice(0, PAGE).map(({ seq, at, officer, scope, action, subject, detail }) => ({
          seq,
          at,
          officer,
          officerName: names.get(officer) ?? officer,
          scope,
          action,
          subject,
          subjectName: names.get(subject) ?? null,
          detail,
        }));
        return ok({ lines, more: found.length > PAGE });
      },
    }),
  ];
}
