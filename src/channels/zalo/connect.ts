import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import { anyone, noInput, route, type Route } from '#http/route.ts';
import type { ZaloSettings } from './settings.ts';
import type { ZaloTokens } from './tokens.ts';

export interface ZaloConnectOptions {
  readonly settings: ZaloSettings;
  readonly tokens: ZaloTokens;
  readonly sealKey: string;
  readonly publicUrl: string | null;
  readonly clock: () => number;
  /** What was held for want of a token can leave. */
  readonly onConnected: (oa: string) => Promise<void>;
}

const CONSENT_MS = 15 * 60_000;
const html = { 'Content-Type': 'text/html; charset=utf-8' };

/**
 * The link that grants access: `npm run channels:check` prints it, signed and for a quarter of an hour, so that
 * nobody else can begin a consent. Zalo sends the administrator of the account back to the callback.
 */
export function zaloConsentLink({
  settings,
  sealKey,
  publicUrl,
  clock,
}: Pick<ZaloConnectOptions, 'settings' | 'sealKey' | 'publicUrl' | 'clock'>): string {
  const verifier = verifierOf(sealKey, String(clock() + CONSENT_MS), randomBytes(8).toString('hex'));
  const url = new URL(`${settings.oauthUrl}/v4/oa/permission`);
  url.searchParams.set('app_id', settings.appId);
  url.searchParams.set('redirect_uri', `${publicUrl ?? ''}/api/zalo/callback`);
  url.searchParams.set('code_challenge', challengeOf(verifier.verifier));
  url.searchParams.set('state', verifier.state);
  return url.href;
}

export function zaloCallback(options: ZaloConnectOptions): Route {
  const { settings, tokens, sealKey, clock } = options;
  return route({
    method: 'GET',
    path: '/api/zalo/callback',
    who: anyone,
    in: {
      ...noInput,
      query: z.object({
        code: z.string().min(1).max(2000),
        oa_id: z.string().regex(/^\d{1,32}$/),
        state: z.string().max(200),
      }),
    },
    out: { 200: null },
    limit: { points: 20, seconds: 60 },
    handler: async ({ query }) => {
      const verifier = verifierFor(sealKey, query.state, clock());
      if (verifier === null) throw new AppError('FORBIDDEN', 'the link is too old: make a new one');
      if (!settings.accounts.has(query.oa_id)) {
        throw new AppError('FORBIDDEN', `Official Account ${query.oa_id} is not in ZALO_ACCOUNTS`);
      }
      if (!(await tokens.consent(query.oa_id, query.code, verifier))) throw new AppError('CHANNEL_REJECTED');
      await options.onConnected(query.oa_id);
      return { status: 200, bytes: CONNECTED, headers: html };
    },
  });
}

const CONNECTED =
  '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Zalo</title><p>Đã kết nối. Có thể đóng trang này.</p></html>';

/** The verifier (43 characters) is made from the state and our key: nothing need be kept between the two calls. */
function verifierOf(sealKey: string, until: string, nonce: string): { verifier: string; state: string } {
  const mac = (of: string): string => createHmac('sha256', sealKey).update(of).digest('base64url');
  const open = `${until}.${nonce}`;
  return { verifier: mac(`zalo verifier ${open}`), state: `${open}.${mac(`zalo state ${open}`)}` };
}

function verifierFor(sealKey: string, state: string, now: number): string | null {
  const [until = '', nonce = ''] = state.split('.');
  const made = verifierOf(sealKey, until, nonce);
  const given = Buffer.from(state);
  const wanted = Buffer.from(made.state);
  const ours = given.length === wanted.length && timingSafeEqual(given, wanted);
  return ours && Number(until) >= now ? made.verifier : null;
}

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
