import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import { scopeParams } from '#staff/door.ts';
import {
  reviewSchema,
  settledSchema,
  settleSchema,
  taughtSchema,
  teachSchema,
  type Review,
} from '../contract.ts';
import { namer, type InsightParts } from '../parts.ts';
import { FEEDBACK_MS, TEXT_MS } from '../question.ts';
import { doubtsOf, wrongFactsOf, type WrongFact } from '../review/doubts.ts';
import { reviewQueue, type FullGroup, type ReviewGroup, type ReviewQueue } from '../review/queue.ts';
import { teach } from '../teach/teach.ts';

const MINUTE = { points: 60, seconds: 60 } as const;

/** What residents asked that needs a look, and what an officer makes of it. */
export function reviewRoutes(parts: InsightParts): readonly Route[] {
  const { door, audit, log, clock, personalIn } = parts;
  const base = '/api/staff/:scope/insight';

  async function read(
    scope: Scope,
  ): Promise<ReviewQueue & { readonly full: readonly FullGroup[]; readonly wrong: readonly WrongFact[] }> {
    const now = clock();
    const feedback = await log.feedback(scope, now - FEEDBACK_MS, 'open');
    const doubts = doubtsOf(await log.questions(scope, now - TEXT_MS, 'open'), feedback);
    return { ...(await reviewQueue(doubts)), wrong: wrongFactsOf(feedback) };
  }

  /** Throws NOT_FOUND where the group is gone, or of fewer than three people. */
  async function groupOf(scope: Scope, id: string): Promise<FullGroup> {
    const found = (await read(scope)).full.find(({ group }) => group.id === id);
    if (found === undefined) throw new AppError('NOT_FOUND', 'the group has changed');
    return found;
  }

  return [
    route({
      method: 'GET',
      path: `${base}/review`,
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams },
      out: { 200: reviewSchema },
      limit: MINUTE,
      handler: async ({ params: { scope } }) => {
        const { groups, hidden, wrong } = await read(scope);
        return ok(viewOf(groups, wrong, hidden, namer(parts)));
      },
    }),

    route({
      method: 'POST',
      path: `${base}/review/settle`,
      who: door.holding('answer'),
      in: { ...noInput, params: scopeParams, body: settleSchema },
      out: { 200: settledSchema },
      handler: async ({ caller, params: { scope }, body: { what, as } }) => {
        const rows = what.kind === 'group' ? await groupOf(scope, what.id) : await wrongOf(scope, what.key);
        await log.markReviewed(scope, rows, as);
        const subject = what.kind === 'group' ? what.id : what.key;
        const detail = `${as}, ${String(rows.turns.length)} questions, ${String(rows.feedback.length)} reports`;
        await audit.write({ officer: caller.id, scope, action: 'question.settle', subject, detail }, clock());
        return ok({ questions: rows.turns.length, reports: rows.feedback.length });
      },
    }),

    route({
      method: 'POST',
      path: `${base}/phrases`,
      who: door.holding('edit'),
      in: { ...noInput, params: scopeParams, body: teachSchema },
      out: { 200: taughtSchema },
      handler: async ({ caller, params: { scope }, body }) => {
        if (personalIn(body.phrase).length > 0)
          throw new AppError('BODY_INVALID', 'phrase: personal data stands in it');
        const settled = body.group === null ? null : await groupOf(scope, body.group);
        const taught = await teach(parts, caller, scope, body);
        if (settled !== null) await log.markReviewed(scope, settled, `phrase:${taught.draft ?? body.topic}`);
        return ok(taught);
      },
    }),
  ];

  async function wrongOf(scope: Scope, key: string): Promise<Pick<FullGroup, 'turns' | 'feedback'>> {
    const found = wrongFactsOf(await log.feedback(scope, clock() - FEEDBACK_MS, 'open')).find(
      (fact) => fact.key === key,
    );
    if (found === undefined) throw new AppError('NOT_FOUND', 'nobody reports it');
    return { turns: [], feedback: found.feedback };
  }
}

function viewOf(
  groups: readonly ReviewGroup[],
  wrong: readonly WrongFact[],
  hidden: number,
  named: ReturnType<typeof namer>,
): Review {
  return {
    groups: groups.map(({ kinds, wordings, taken, ...group }) => ({
      ...group,
      kinds: [...kinds],
      wordings: [...wordings],
      taken: taken.map(({ topic, aspect, count }) => ({
        topic: topic === null ? null : named(topic),
        aspect,
        count,
      })),
    })),
    wrong: wrong.map(({ key, people, reports, lastAt }) => {
      const [procedure = '', field = ''] = key.split('/');
      return { key, procedure: named(procedure), field, people, reports, lastAt };
    }),
    hidden,
  };
}
