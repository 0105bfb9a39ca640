import { codeAt, stepAt } from '#staff/second-factor/totp.ts';
import { createHttpServer } from '#http/server.ts';
import { createMetrics } from '#http/metrics.ts';
import { createOrigins } from '#http/origins.ts';
import { createLogger } from '../../src/logging.ts';
import { createStaffRoom, type StaffRoom } from '#staff/room.ts';
import type { Database } from '#store/database.ts';

/** The staff's room on a real server, with a clock that the test sets. */
export interface StaffServer {
  readonly room: StaffRoom;
  readonly url: string;
  now: number;
  browser(): Browser;
  stop(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** As problems name it. */
  readonly code: string | null;
}

/** Keeps its cookie, sends what a browser on our page sends. */
export interface Browser {
  cookie: string;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
}

export const PASSWORD = 'thuyen nan cho khach qua song';

export async function startStaff(database: Database): Promise<StaffServer> {
  const clock = { now: Date.parse('2026-11-22T02:00:00Z') };
  const room = createStaffRoom({
    database,
    sealKey: 'ab'.repeat(32),
    clock: () => clock.now,
    settings: { idleMs: 3_600_000, sessionMs: 12 * 3_600_000, passwordLength: 12 },
  });
  const server = createHttpServer({
    routes: room.routes,
    origins: createOrigins([], null),
    publicUrl: null,
    trustProxy: true,
    log: createLogger('silent'),
    metrics: createMetrics(),
  });
  const port = await server.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${String(port)}`;
  let browsers = 0;
  return {
    room,
    url,
    get now() {
      return clock.now;
    },
    set now(value) {
      clock.now = value;
    },
    browser: () => {
      browsers += 1;
      return openBrowser(url, `10.0.0.${String(browsers)}`);
    },
    stop: () => server.close(),
  };
}

function openBrowser(url: string, address: string): Browser {
  const browser: Browser = {
    cookie: '',
    async send(method, path, body, headers = {}) {
      const response = await fetch(url + path, {
        method,
        headers: {
          'sec-fetch-site': 'same-origin',
          'x-forwarded-for': address,
          ...(browser.cookie === '' ? {} : { cookie: browser.cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const set = response.headers.get('set-cookie');
      if (set !== null) browser.cookie = set.split(';')[0] ?? '';
      const text = await response.text();
      const json = (text === '' ? null : JSON.parse(text)) as { error?: { code: string } } | null;
      return {
        status: response.status,
        headers: response.headers,
        body: json,
        code: json?.error?.code ?? null,
      };
    },
  };
  return browser;
}

/** The token of a link. */
export const tokenIn = (url: string): string => new URL(url).searchParams.get('ma') ?? '';

export const codeNow = (secret: string, now: number): string => codeAt(secret, stepAt(now));

/** The first administrator, with a second factor, signed in. */
export async function firstAdministrator(
  server: StaffServer,
): Promise<{ browser: Browser; secret: string; codes: readonly string[] }> {
  const link = await server.room.firstLink(server.url);
  const browser = server.browser();
  await browser.send('POST', '/api/auth/link/use', {
    token: tokenIn(link?.url ?? ''),
    email: 'Truong.Phong@example.vn',
    name: 'Lê Thị Trưởng',
    password: PASSWORD,
  });
  return { browser, ...(await enrol(server, browser)) };
}

export async function enrol(
  server: StaffServer,
  browser: Browser,
): Promise<{ secret: string; codes: readonly string[] }> {
  const begun = await browser.send('POST', '/api/auth/second-factor/begin', { password: PASSWORD });
  const { secret } = begun.body as { secret: string };
  const done = await browser.send('POST', '/api/auth/second-factor/confirm', {
    code: codeNow(secret, server.now),
  });
  return { secret, codes: (done.body as { codes: string[] }).codes };
}
