import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { createGraphApi, type GraphApi } from '#channels/messenger/graph-api.ts';
import { SUBSCRIBED_FIELDS } from '#channels/messenger/profile.ts';
import { callPlatform } from '#channels/push/platform-client.ts';
import type { Config } from '#root/config.ts';
import { bad, good, type Finding } from './finding.ts';

/** Settings, verification and pages of Messenger. */
export async function checkMessenger({ messenger, publicUrl }: Config): Promise<readonly Finding[]> {
  if (messenger === null) {
    return [good('Messenger', 'not used; docs/guides/channels.md says how to set it up')];
  }
  const graph = createGraphApi(messenger);
  const pages = await Promise.all(
    [...messenger.pages.keys()].map((page) => checkPage(page, messenger.appId, graph)),
  );
  return [await checkVerification(publicUrl, messenger.verifyToken), ...pages.flat()];
}

/** As Meta asks when the webhook is saved. */
async function checkVerification(publicUrl: string | null, token: string): Promise<Finding> {
  const about = 'Messenger webhook';
  const address = `${publicUrl ?? ''}/api/messenger/webhook`;
  const challenge = randomInt(1, 1_000_000_000);
  const url = new URL(address, 'http://localhost');
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.verify_token', token);
  url.searchParams.set('hub.challenge', String(challenge));
  const called =
    publicUrl === null ? null : await callPlatform({ method: 'GET', url: url.href, timeoutMs: 5000 });
  return called?.kind === 'answered' && called.status === 200 && called.body === challenge
    ? good(about, `${address} repeats the challenge: give this address and META_VERIFY_TOKEN to the console`)
    : bad(
        about,
        `${address} does not repeat the challenge`,
        'start the server with these settings behind PUBLIC_URL',
      );
}

const pageSchema = z.looseObject({ name: z.string() });
const subscriptionSchema = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), subscribed_fields: z.array(z.string()).default([]) })),
});

async function checkPage(page: string, appId: string, graph: GraphApi): Promise<readonly Finding[]> {
  const about = `Page ${page}`;
  const [named, subscribed] = await Promise.all([
    graph.get(page, `${page}?fields=name`),
    graph.get(page, `${page}/subscribed_apps`),
  ]);
  const name = pageSchema.safeParse(named?.kind === 'answered' ? named.body : null);
  if (!name.success) {
    return [
      bad(
        about,
        'Meta does not take its token',
        'make a new page token with pages_messaging, put it in META_PAGE_TOKENS',
      ),
    ];
  }
  const apps = subscriptionSchema.safeParse(subscribed?.kind === 'answered' ? subscribed.body : null);
  const ours = apps.success ? apps.data.data.find(({ id }) => id === appId) : undefined;
  const missing = SUBSCRIBED_FIELDS.filter((field) => ours?.subscribed_fields.includes(field) !== true);
  return [
    good(about, `"${name.data.name}" takes its token`),
    missing.length === 0
      ? good(about, 'sends us its events')
      : bad(about, `does not send us: ${missing.join(', ')}`, 'npm run channels:setup'),
  ];
}
