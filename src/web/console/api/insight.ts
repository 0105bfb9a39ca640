import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  begunSchema,
  comparisonViewSchema,
  healthViewSchema,
  questionsSchema,
  reviewSchema,
  settledSchema,
  taughtSchema,
  topicsSchema,
  topicWordsSchema,
  triedSchema,
  type compareSchema,
  type settleSchema,
  type teachSchema,
  type trySchema,
} from '#insight/contract.ts';
import { call } from './call.ts';

const BASE = '/api/staff/:scope/insight';
const at = (scope: string) => ({ params: { scope } });

export const readQuestions = (scope: string) =>
  call({ method: 'GET', path: `${BASE}/questions`, out: questionsSchema }, at(scope));

export const readReview = (scope: string) =>
  call({ method: 'GET', path: `${BASE}/review`, out: reviewSchema }, at(scope));

export const settle = (scope: string, body: z.input<typeof settleSchema>) =>
  call({ method: 'POST', path: `${BASE}/review/settle`, out: settledSchema }, { ...at(scope), body });

export const teachPhrase = (scope: string, body: z.input<typeof teachSchema>) =>
  call({ method: 'POST', path: `${BASE}/phrases`, out: taughtSchema }, { ...at(scope), body });

export const beginComparison = (scope: string, body: z.input<typeof compareSchema>) =>
  call({ method: 'POST', path: `${BASE}/comparisons`, out: begunSchema }, { ...at(scope), body });

export const readComparison = (scope: string, run: string) =>
  call(
    { method: 'GET', path: `${BASE}/comparisons/:run`, out: comparisonViewSchema },
    { params: { scope, run } },
  );

export const readHealth = (scope: string) =>
  call({ method: 'GET', path: `${BASE}/understanding`, out: healthViewSchema }, at(scope));

export const lookAgain = (scope: string) =>
  call({ method: 'POST', path: `${BASE}/understanding`, out: healthViewSchema }, { ...at(scope), body: {} });

export const readTopicWords = (scope: string, topic: string) =>
  call({ method: 'GET', path: `${BASE}/topics/:topic`, out: topicWordsSchema }, { params: { scope, topic } });

export const tryQuestion = (scope: string, body: z.input<typeof trySchema>) =>
  call({ method: 'POST', path: `${BASE}/try`, out: triedSchema }, { ...at(scope), body });

/** Every topic that can be meant; asked once for all pages. */
export function useTopics(scope: string) {
  return useQuery({
    queryKey: ['topics', scope],
    queryFn: () => call({ method: 'GET', path: `${BASE}/topics`, out: topicsSchema }, at(scope)),
    staleTime: 5 * 60_000,
  });
}
