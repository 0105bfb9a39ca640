import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Logger } from '#root/logging.ts';
import type { TokenPair, TokenStore } from '#tokens/tokens.ts';
import type { Alarms } from '../push/alarms.ts';
import { callPlatform } from '../push/platform-client.ts';
import type { ZaloSettings } from './settings.ts';

export interface ZaloTokens {
  /** An access token that should work. null: only a person's consent helps; an alarm is raised. */
  access(oa: string): Promise<string | null>;
  /** The platform refused `access`: another one, or null. */
  renew(oa: string, access: string): Promise<string | null>;
  /** The code of a consent, exchanged and stored. False: Zalo did not take it. */
  consent(oa: string, code: string, verifier: string): Promise<boolean>;
}

export interface ZaloTokensOptions {
  readonly settings: Pick<ZaloSettings, 'appId' | 'appSecret' | 'oauthUrl'>;
  readonly store: TokenStore;
  readonly alarms: Alarms;
  readonly clock: () => number;
  readonly log: Logger;
}

const HOUR = 3_600_000;
/** A token lives 25 hours; it is renewed well before. */
const AHEAD_MS = 5 * HOUR;
const REFRESH_LIVES_MS = 90 * 24 * HOUR;
const LEASE_MS = 30_000;

const answerSchema = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  // A string, in seconds.
  expires_in: z.coerce.number().positive(),
});
const refusalSchema = z.looseObject({ error: z.number() });

/** Refusals of OAuth are -14xxx. Anything else (a limit, a fault over there) may pass: it must not end the account. */
const isFinal = (code: number): boolean => code <= -14_000 && code > -15_000;

/**
 * Tokens of Official Accounts. The refresh token works once, so one process at a time uses it, under a lease,
 * and the new pair is on the disk before anybody uses it. A process that dies between Zalo's answer and the
 * disk loses the pair: then the next refresh is refused, and a person must consent again; the alarm says so.
 */
export function createZaloTokens(options: ZaloTokensOptions): ZaloTokens {
  const { settings, store, alarms, clock, log } = options;
  const owner = `${String(process.pid)}-${randomUUID()}`;
  /** One renewal of an account at a time within this process too. */
  const renewals = new Map<string, Promise<string | null>>();

  async function ask(body: Readonly<Record<string, string>>): Promise<TokenPair | 'refused' | 'unanswered'> {
    const called = await callPlatform({
      url: `${settings.oauthUrl}/v4/oa/access_token`,
      headers: { secret_key: settings.appSecret },
      body: new URLSearchParams({ ...body, app_id: settings.appId }),
    });
    if (called.kind !== 'answered') return 'unanswered';
    const answer = answerSchema.safeParse(called.body);
    if (answer.success) {
      const { access_token: access, refresh_token: refresh, expires_in: seconds } = answer.data;
      const now = clock();
      return { access, refresh, expiresAt: now + seconds * 1000, refreshExpiresAt: now + REFRESH_LIVES_MS };
    }
    const refusal = refusalSchema.safeParse(called.body);
    if (!refusal.success) return 'unanswered';
    log.error({ code: refusal.data.error }, 'Zalo refused a token request');
    return isFinal(refusal.data.error) ? 'refused' : 'unanswered';
  }

  /** `old`: the access token that must not be given out again. */
  async function renewed(oa: string, old: string): Promise<string | null> {
    for (let tries = 0; tries < LEASE_MS / 500; tries += 1) {
      const stored = await store.find('zalo', oa);
      if (stored === null || stored.refused !== null)
        return lost(oa, stored?.refused ?? 'no consent was given yet');
      if (stored.access !== old) return stored.access;
      const lease = await store.lease('zalo', oa, owner, clock(), LEASE_MS);
      if (lease !== null) {
        const pair = await ask({ refresh_token: lease.refresh, grant_type: 'refresh_token' });
        if (pair === 'unanswered') {
          await store.ended(lease, null, clock());
          return null;
        }
        if (pair === 'refused') {
          const why = 'Zalo refused the refresh token';
          await store.ended(lease, why, clock());
          return lost(oa, why);
        }
        if (await store.renewed(lease, pair, clock())) {
          alarms.clear('zalo', oa);
          return pair.access;
        }
      }
      // Another process is at it, or was faster.
      await sleep(500);
    }
    return null;
  }

  function lost(oa: string, why: string): null {
    alarms.raise('zalo', oa, `${why}: npm run channels:check prints the link that grants access`);
    return null;
  }

  const renew = (oa: string, old: string): Promise<string | null> => {
    const running = renewals.get(oa);
    if (running !== undefined) return running;
    const renewal = renewed(oa, old).finally(() => renewals.delete(oa));
    renewals.set(oa, renewal);
    return renewal;
  };

  return {
    renew,
    async access(oa) {
      const stored = await store.find('zalo', oa);
      if (stored === null || stored.refused !== null)
        return lost(oa, stored?.refused ?? 'no consent was given yet');
      const left = stored.expiresAt - clock();
      if (left > AHEAD_MS) return stored.access;
      // Ahead of time a failure does no harm yet.
      return (await renew(oa, stored.access)) ?? (left > 0 ? stored.access : null);
    },
    async consent(oa, code, verifier) {
      const pair = await ask({ code, grant_type: 'authorization_code', code_verifier: verifier });
      if (typeof pair === 'string') return false;
      await store.put('zalo', oa, pair, clock());
      alarms.clear('zalo', oa);
      return true;
    },
  };
}
