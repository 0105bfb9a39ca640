/** How a call of a platform ended. */
export type Called =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  /** It never left: it can be made again. */
  | { readonly kind: 'unreachable'; readonly why: string }
  /** It may have taken effect: nobody knows. */
  | { readonly kind: 'cut-off'; readonly why: string };

export interface PlatformCall {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, URLSearchParams as a form. */
  readonly body?: object | URLSearchParams;
  readonly timeoutMs?: number;
}

/** No platform's answer is larger; a gateway's error page is not worth reading to its end. */
const MAX_ANSWER = 256 * 1024;

/** One HTTP call, never an exception: what went wrong is the result. A body that is no JSON is null. */
export async function callPlatform({
  method = 'POST',
  url,
  headers = {},
  body,
  timeoutMs = 10_000,
}: PlatformCall): Promise<Called> {
  const form = body instanceof URLSearchParams;
  try {
    const response = await fetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    return { kind: 'answered', status: response.status, body: jsonOf(await textOf(response)) };
  } catch (error) {
    const why = codeOf(error);
    return NEVER_LEFT.has(why) ? { kind: 'unreachable', why } : { kind: 'cut-off', why };
  }
}

const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_INVALID_URL',
]);

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return '';
  for await (const part of response.body) {
    size += part.length;
    if (size > MAX_ANSWER) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

/** The innermost code of a network error, such as ECONNRESET; otherwise its name, such as TimeoutError. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  if (cause instanceof Error) return codeOf(cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
