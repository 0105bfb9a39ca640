import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import { scopeParams } from '#staff/door.ts';
import {
  healthViewSchema,
  topicIdSchema,
  topicsSchema,
  topicWordsSchema,
  type HealthView,
} from '../contract.ts';
import type { Health } from '../health/health.ts';
import { taughtTopics, wordsOfTopic } from '../health/topic-words.ts';
import { namer, type InsightParts } from '../parts.ts';

const topicParams = scopeParams.extend({ topic: topicIdSchema });

/** How well the bot tells topics apart, and what would help. */
export function understandingRoutes(parts: InsightParts): readonly Route[] {
  const { door, health, workshop } = parts;
  const base = '/api/staff/:scope/insight';

  const view = async (): Promise<HealthView> => {
    const run = await health.newest();
    if (run === null) return { status: null, done: 0, at: null, fresh: false, health: null };
    const { status, done, at, health: found } = run;
    const fresh = found?.release === workshop.live().compiled.hash;
    return { status, done, at, fresh, health: found === null ? null : named(found, namer(parts)) };
  };

  return [
    route({
      method: 'GET',
      path: `${base}/understanding`,
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams },
      out: { 200: healthViewSchema },
      handler: async () => ok(await view()),
    }),

    route({
      method: 'POST',
      path: `${base}/understanding`,
      who: door.holding('answer'),
      in: { ...noInput, params: scopeParams },
      out: { 200: healthViewSchema },
      limit: { points: 10, seconds: 600, key: ({ id }) => id },
      handler: async () => {
        await health.look();
        return ok(await view());
      },
    }),

    route({
      method: 'GET',
      path: `${base}/topics`,
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams },
      out: { 200: topicsSchema },
      handler: () =>
        ok({
          topics: taughtTopics(workshop.live().release).map(({ id, name, kind, phrases }) => ({
            id,
            name,
            kind,
            phrases: phrases.length,
          })),
        }),
    }),

    route({
      method: 'GET',
      path: `${base}/topics/:topic`,
      who: door.holding('view'),
      in: { ...noInput, params: topicParams },
      out: { 200: topicWordsSchema },
      handler: ({ params: { topic } }) => {
        const { release } = workshop.live();
        const words = wordsOfTopic(release, topic);
        const taught = taughtTopics(release).find(({ id }) => id === topic);
        if (words === null || taught === undefined) throw new AppError('NOT_FOUND');
        return ok({ topic: { id: taught.id, name: taught.name }, words, phrases: taught.phrases });
      },
    }),
  ];
}

function named(
  { same, overlaps, few, misread, confusions, topics, phrases, slices }: Health,
  name: ReturnType<typeof namer>,
): HealthView['health'] {
  return {
    topics,
    phrases,
    slices,
    same: same.map((one) => ({ phrase: one.phrase, topics: one.topics.map(name) })),
    overlaps: overlaps.map((one) => ({
      topics: one.topics.map(name),
      phrases: one.phrases,
      share: one.share,
    })),
    few: few.map((one) => ({ topic: name(one.topic), phrases: one.phrases })),
    misread: misread.map(({ phrase, topic, got }) => ({ phrase, topic: name(topic), got: name(got) })),
    confusions: confusions.map(({ right, got, count, texts }) => ({
      right: name(right),
      got: got === null ? null : name(got),
      count,
      texts,
    })),
  };
}
