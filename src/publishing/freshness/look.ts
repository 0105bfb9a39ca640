import { lookup as systemLookup } from 'node:dns/promises';
import { request as plain, type IncomingMessage } from 'node:http';
import { request as tls } from 'node:https';
import type { Allowed } from './hosts.ts';
import type { LinkState } from './look-states.ts';
import { isPublicAddress } from './public-address.ts';

export interface Looked {
  readonly state: LinkState;
  /** Status, the place it leads to, or what went wrong. Short; never what the site wrote. */
  readonly detail: string;
}

export type Look = (url: string) => Promise<Looked>;

const MOST_REDIRECTS = 3;
const TIMEOUT_MS = 15_000;
const AGENT = 'TroLyNopHoSo-link-check/1.0';

export interface LookOptions {
  readonly allowed: Allowed;
  /** Every address of a host; for tests. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly isPublic?: (address: string) => boolean;
  /** Beside 80 and 443; for tests. */
  readonly ports?: readonly string[];
  readonly timeoutMs?: number;
}

/**
 * Asks whether a page is still there: HEAD, or GET where HEAD is refused, and reads nothing. Made so that nobody who
 * can write a link can make this server ask for something else: official hosts alone, on their usual ports, without
 * names and passwords; every address that a host has must be public, and the connection goes to the very address that
 * was looked at; each redirect is held to the same.
 */
export function createLook({
  allowed,
  resolve = resolveAll,
  isPublic = isPublicAddress,
  ports = [],
  timeoutMs = TIMEOUT_MS,
}: LookOptions): Look {
  const mayAsk = (url: URL): boolean =>
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    (url.port === '' || ports.includes(url.port)) &&
    allowed(url.hostname);

  async function addressOf(url: URL): Promise<string | null> {
    const addresses = await resolve(url.hostname);
    return addresses.every((address) => isPublic(address)) ? (addresses[0] ?? null) : null;
  }

  async function ask(url: URL, method: 'HEAD' | 'GET', signal: AbortSignal): Promise<IncomingMessage | null> {
    const address = await addressOf(url);
    return address === null ? null : await head(url, address, method, signal);
  }

  return async (text) => {
    const first = URL.parse(text);
    if (first === null || !mayAsk(first)) return { state: 'unasked', detail: '' };
    const signal = AbortSignal.timeout(timeoutMs);
    let url = first;
    try {
      for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
        let answer = await ask(url, 'HEAD', signal);
        if (answer !== null && [400, 403, 405, 501].includes(answer.statusCode ?? 0)) {
          answer = await ask(url, 'GET', signal);
        }
        if (answer === null) return { state: 'unasked', detail: 'not a public address' };
        const status = answer.statusCode ?? 0;
        const next =
          status >= 300 && status < 400 ? URL.parse(answer.headers.location ?? '', url.href) : null;
        if (next === null) return verdict(status, first, url);
        if (!mayAsk(next)) return { state: 'moved', detail: next.origin };
        url = next;
      }
      return { state: 'failed', detail: 'too many redirects' };
    } catch (error) {
      return { state: 'failed', detail: reasonOf(error, signal) };
    }
  };
}

function verdict(status: number, first: URL, last: URL): Looked {
  if (status === 404 || status === 410) return { state: 'gone', detail: String(status) };
  // They are there and do not want to be asked by machines.
  if ([401, 403, 429].includes(status)) return { state: 'ok', detail: String(status) };
  if (status < 200 || status >= 400) return { state: 'failed', detail: String(status) };
  // Many sites lead what they no longer have to their front page.
  const lost = first.pathname !== '/' && last.pathname === '/' && last.search === '';
  return lost ? { state: 'moved', detail: last.origin } : { state: 'ok', detail: String(status) };
}

/** The answer's first lines; its body is never read. */
function head(
  url: URL,
  address: string,
  method: 'HEAD' | 'GET',
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const family = address.includes(':') ? 6 : 4;
    const options = {
      method,
      signal,
      agent: false as const,
      headers: { 'User-Agent': AGENT, Accept: '*/*', Connection: 'close' },
      maxHeaderSize: 16 * 1024,
      // No second look at the name: between two looks it can change its mind.
      lookup: (
        _host: string,
        { all }: { all?: boolean },
        done: (error: null, found: string | { address: string; family: number }[], family?: number) => void,
      ) => (all === true ? done(null, [{ address, family }]) : done(null, address, family)),
    };
    const sent = (url.protocol === 'https:' ? tls : plain)(url, options, (answer) => {
      answer.destroy();
      resolve(answer);
    });
    sent.on('error', reject);
    sent.end();
  });
}

const resolveAll = async (host: string): Promise<readonly string[]> =>
  (await systemLookup(host, { all: true, verbatim: true })).map(({ address }) => address);

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'timeout';
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]{3,40}$/.test(code) ? code : 'error';
}
