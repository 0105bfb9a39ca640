import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import { ok } from './answer.ts';
import { isLoopback } from './client.ts';
import type { Metrics } from './metrics.ts';
import { anyone, noInput, route, type Route, type Who } from './route.ts';

export interface Health {
  /** Rejects while the server cannot serve residents; names what is missing. What else is worth knowing comes back. */
  ready(): Promise<object>;
  readonly production: boolean;
  readonly metrics: Metrics;
}

/** What operators and load balancers ask. */
export function operatorRoutes(health: Health): readonly Route[] {
  const operator: Who<null> = {
    name: 'operator',
    check: ({ message }) => {
      if (health.production && !isLoopback(message)) throw new AppError('NOT_FOUND');
      return null;
    },
  };
  return [
    route({
      method: 'GET',
      path: '/healthz',
      who: anyone,
      in: noInput,
      out: { 200: z.strictObject({ ok: z.literal(true) }) },
      handler: () => ok({ ok: true }),
    }),
    route({
      method: 'GET',
      path: '/readyz',
      who: anyone,
      in: noInput,
      out: { 200: z.looseObject({ ready: z.literal(true) }) },
      handler: async () => {
        try {
          return ok({ ready: true, ...(await health.ready()) });
        } catch (error) {
          throw new AppError('NOT_READY', undefined, { cause: error });
        }
      },
    }),
    route({
      method: 'GET',
      path: '/metrics',
      who: operator,
      in: noInput,
      out: { 200: null },
      handler: async () => ({
        status: 200,
        bytes: await health.metrics.text(),
        headers: { 'Content-Type': health.metrics.contentType },
      }),
    }),
  ];
}
