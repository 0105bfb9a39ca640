import { z } from 'zod';
import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import type { Receive } from './receive.ts';
import { readUpload } from './upload.ts';
import { ownConversation, type Guards } from './who.ts';

/**
 * Route 7. Files are not taken: they pass through and are forgotten as they arrive. The client is
 * answered as if they had been, so that it does not break, and the bot tells her where they belong.
 */
export function uploadRoute(options: {
  readonly guards: Guards;
  readonly receive: Receive;
  readonly messagesPerMinute: number;
}): Route {
  return route({
    method: 'POST',
    path: '/v3/directline/conversations/:id/upload',
    who: options.guards.tokenHolder,
    in: { ...noInput, params: z.object({ id: z.string().max(200) }), mode: 'stream' },
    out: { 200: z.strictObject({ id: z.string() }) },
    limit: { points: Math.ceil(options.messagesPerMinute / 6), seconds: 60, key: (claims) => claims.conv },
    handler: async ({ caller, params, incoming }) => {
      ownConversation(caller, params.id);
      const activity = await readUpload(incoming.message);
      return ok({ id: await options.receive.activity(caller, activity) });
    },
  });
}
