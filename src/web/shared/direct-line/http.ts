/** One HTTP call with a time limit. Never throws: what can happen is in the result. */
export type HttpAnswer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'status'; readonly status: number; readonly waitMs: number | null }
  | { readonly kind: 'unreachable' };

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly token?: string;
  readonly body?: unknown;
}

export type Http = (call: HttpCall) => Promise<HttpAnswer>;

const timeoutMs = 20_000;

export async function http({ method, url, token, body }: HttpCall): Promise<HttpAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: abort.signal,
      cache: 'no-store',
      credentials: 'omit',
    });
    if (!response.ok) {
      return { kind: 'status', status: response.status, waitMs: readRetryAfter(response) };
    }
    if (response.status === 204) return { kind: 'ok', status: 204, body: {} };
    const answer: unknown = await response.json();
    return { kind: 'ok', status: response.status, body: answer };
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

/** Seconds, as the header is defined; at most a minute is believed. */
function readRetryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60) * 1000 : null;
}
