import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import type { JsonObject } from '../inlet.ts';

/** Ids travel in headers of the SDK: only ASCII survives there. */
const idSchema = z.string().regex(/^[\x21-\x7e]{1,400}$/, 'must be ASCII without spaces');

/** Where a Bot Framework conversation is answered. The same conversation always gives the same text. */
const referenceSchema = z.object({
  channelId: idSchema,
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.object({ id: idSchema }),
  user: z.object({ id: idSchema }),
  bot: z.object({ id: idSchema }),
});
export type Reference = z.infer<typeof referenceSchema>;

/** Throws ACTIVITY_INVALID where the activity does not say who speaks where. */
export function referenceOf(activity: JsonObject): Reference {
  const { channelId, serviceUrl, conversation, from, recipient } = activity;
  const parsed = referenceSchema.safeParse({
    channelId,
    serviceUrl,
    conversation,
    user: from,
    bot: recipient,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError('ACTIVITY_INVALID', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** As the person's id: sealed by the store, and opened again for sending. */
export function personOf({ channelId, serviceUrl, conversation, user, bot }: Reference): string {
  return JSON.stringify({
    channelId,
    serviceUrl,
    conversation: { id: conversation.id },
    user: { id: user.id },
    bot: { id: bot.id },
  });
}

export const referenceOfPerson = (person: string): Reference => referenceSchema.parse(JSON.parse(person));

const local = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Without an app id anybody could have us call any address: only this machine is answered. */
export function isLocal({ serviceUrl }: Reference): boolean {
  return local.has(new URL(serviceUrl).hostname);
}
