import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { scopeParams } from '#staff/door.ts';
import { askedTopics } from '../asked.ts';
import { questionsSchema, type QuestionsView } from '../contract.ts';
import { namer, type InsightParts } from '../parts.ts';
import { TEXT_MS } from '../question.ts';
import { peopleOf } from '../three-people.ts';

/** What residents typed in the last thirty days, by topic. */
export function questionRoutes(parts: InsightParts): readonly Route[] {
  const { door, log, clock } = parts;
  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/insight/questions',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams },
      out: { 200: questionsSchema },
      limit: { points: 30, seconds: 60, key: ({ id }) => id },
      handler: async ({ params: { scope } }) => {
        const since = clock() - TEXT_MS;
        const questions = await log.questions(scope, since, 'all');
        const topics = await askedTopics(questions, await log.feedback(scope, since, 'all'));
        const named = namer(parts);
        const view: QuestionsView = {
          asked: questions.length,
          people: peopleOf(questions),
          topics: topics.map(
            ({ topic, count, people, outcomes, aspects, helped, notHelped, wrong, wordings }) => ({
              count,
              people,
              helped,
              notHelped,
              wrong,
              topic: topic === null ? null : named(topic),
              outcomes: [...outcomes],
              aspects: [...aspects],
              wordings: [...wordings],
            }),
          ),
        };
        return ok(view);
      },
    }),
  ];
}
