import { callPlatform, type Called } from '../push/platform-client.ts';
import type { MessengerSettings } from './settings.ts';
import { appSecretProof } from './signature.ts';

export interface GraphApi {
  /** POST to `<page>/<edge>`. null: there is no token for that page. */
  call(page: string, edge: string, body: object, timeoutMs?: number): Promise<Called | null>;
  get(page: string, path: string): Promise<Called | null>;
}

/** The token goes in a header, because addresses land in logs; the proof shows that we know the app's secret. */
export function createGraphApi({
  graphUrl,
  tokens,
  appSecret,
}: Pick<MessengerSettings, 'graphUrl' | 'tokens' | 'appSecret'>): GraphApi {
  const headers = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });
  return {
    async call(page, edge, body, timeoutMs = 10_000) {
      const token = tokens.get(page);
      if (token === undefined) return null;
      const proved = { ...body, appsecret_proof: appSecretProof(token, appSecret) };
      return callPlatform({
        url: `${graphUrl}/${page}/${edge}`,
        headers: headers(token),
        body: proved,
        timeoutMs,
      });
    },
    async get(page, path) {
      const token = tokens.get(page);
      if (token === undefined) return null;
      const url = new URL(`${graphUrl}/${path}`);
      url.searchParams.set('appsecret_proof', appSecretProof(token, appSecret));
      return callPlatform({ method: 'GET', url: url.href, headers: headers(token) });
    },
  };
}
