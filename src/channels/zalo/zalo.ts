import type { Logger } from '#root/logging.ts';
import type { Route } from '#http/route.ts';
import type { Sender } from '#turns/ports-delivery.ts';
import type { TokenStore } from '#tokens/tokens.ts';
import type { Alarms } from '../push/alarms.ts';
import type { Inlet } from '../inlet.ts';
import type { Takeover } from '../push/takeover.ts';
import { zaloCallback } from './connect.ts';
import { createZaloSender } from './sender.ts';
import type { ZaloSettings } from './settings.ts';
import { createZaloTokens } from './tokens.ts';
import { zaloWebhook } from './webhook.ts';

export interface ZaloOptions {
  readonly settings: ZaloSettings;
  readonly inlet: Inlet;
  readonly takeover: Takeover;
  readonly tokenStore: TokenStore;
  readonly alarms: Alarms;
  readonly clock: () => number;
  readonly log: Logger;
  readonly sealKey: string;
  readonly publicUrl: string | null;
  /** Sends again what was held. */
  readonly release: (oa: string) => Promise<void>;
}

/** Zalo Official Accounts: webhook, consent and sender. */
export function createZalo(options: ZaloOptions): {
  readonly routes: readonly Route[];
  readonly sender: Sender;
} {
  const { settings, inlet, takeover, alarms, clock, log } = options;
  if (settings.appSecret === settings.oaSecretKey) {
    log.warn(
      'ZALO_OA_SECRET_KEY is the same as ZALO_APP_SECRET: the webhook page of the console has another key',
    );
  }
  const tokens = createZaloTokens({ settings, store: options.tokenStore, alarms, clock, log });
  return {
    sender: createZaloSender({ settings, tokens, alarms, clock, log }),
    routes: [
      zaloWebhook({ settings, inlet, takeover, log }),
      zaloCallback({ ...options, tokens, onConnected: options.release }),
    ],
  };
}
