import { z } from 'zod';
import { callPlatform } from '#channels/push/platform-client.ts';
import { zaloConsentLink } from '#channels/zalo/connect.ts';
import type { Config } from '#root/config.ts';
import type { StoredToken, TokenStore } from '#tokens/tokens.ts';
import { bad, good, type Finding } from './finding.ts';

const DAY = 86_400_000;

/** Settings, tokens and accounts of Zalo. */
export async function checkZalo(
  config: Config,
  { tokens, sealKey, now }: { readonly tokens: TokenStore; readonly sealKey: string; readonly now: number },
): Promise<readonly Finding[]> {
  const { zalo, publicUrl } = config;
  if (zalo === null) return [good('Zalo', 'not used; docs/guides/channels.md says how to set it up')];
  const link = zaloConsentLink({ settings: zalo, sealKey, publicUrl, clock: () => now });
  const keys =
    zalo.appSecret === zalo.oaSecretKey
      ? bad(
          'Zalo keys',
          'ZALO_OA_SECRET_KEY is the same as ZALO_APP_SECRET',
          'the OA secret key stands on the webhook page of the console; it is another key',
        )
      : good('Zalo keys', 'the OA secret key differs from the app secret');
  const webhook = await checkWebhook(publicUrl);
  const accounts = await Promise.all(
    [...zalo.accounts.keys()].map(async (oa) => {
      const token = await tokens.find('zalo', oa);
      return (
        tokenFinding(oa, token, link, now) ??
        (await accountFinding(zalo.apiUrl, oa, token?.access ?? '', link))
      );
    }),
  );
  return [keys, webhook, ...accounts];
}

/** Saving the address in the console sends an empty call that must be answered 200. */
async function checkWebhook(publicUrl: string | null): Promise<Finding> {
  const url = `${publicUrl ?? ''}/api/zalo/webhook`;
  const called = publicUrl === null ? null : await callPlatform({ url, body: {}, timeoutMs: 5000 });
  return called?.kind === 'answered' && called.status === 200
    ? good('Zalo webhook', `${url} answers: give this address to the console`)
    : bad('Zalo webhook', `${url} does not answer`, 'start the server with these settings behind PUBLIC_URL');
}

/** null: there is a token that should work. */
function tokenFinding(oa: string, token: StoredToken | null, link: string, now: number): Finding | null {
  const about = `Zalo OA ${oa}`;
  const consent = `let the account's administrator open this link within 15 minutes:\n      ${link}`;
  if (token === null) return bad(about, 'has not granted access yet', consent);
  if (token.refused !== null) return bad(about, token.refused, consent);
  const days = Math.floor((token.refreshExpiresAt - now) / DAY);
  return days < 14 ? bad(about, `its access ends in ${String(days)} days`, consent) : null;
}

const profileSchema = z.looseObject({
  error: z.literal(0),
  data: z.looseObject({ name: z.string(), is_verified: z.boolean().optional() }),
});

async function accountFinding(apiUrl: string, oa: string, access: string, link: string): Promise<Finding> {
  const about = `Zalo OA ${oa}`;
  const called = await callPlatform({
    method: 'GET',
    url: `${apiUrl}/v2.0/oa/getoa`,
    headers: { access_token: access },
  });
  if (called.kind !== 'answered')
    return bad(about, `Zalo cannot be reached (${called.why})`, 'look at the network');
  const profile = profileSchema.safeParse(called.body);
  if (!profile.success) {
    return bad(
      about,
      'Zalo does not take its token',
      `wait for the next renewal, or grant access again:\n      ${link}`,
    );
  }
  return profile.data.data.is_verified === false
    ? bad(
        about,
        `"${profile.data.data.name}" is not verified`,
        'verify the account in the console of Zalo OA',
      )
    : good(about, `"${profile.data.data.name}" can send`);
}
