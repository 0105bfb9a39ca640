import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { consoleRoutes } from '../../../../src/pages/console.ts';

export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** `{ status: 200, json }`, or anything else: sent as 200 with that JSON. */
export type Said = { readonly status: number; readonly json: unknown };

/** By `METHOD /path/:name`; the first that fits answers. Changed by tests as they go. */
export type Answers = Map<string, (asked: Asked) => Said | Promise<Said>>;

export interface FakeStaff {
  readonly url: string;
  readonly answers: Answers;
  /** `METHOD /path` of every call so far, oldest first. */
  readonly calls: string[];
  /** Takes the network away (connections break), and gives it back. */
  readonly down: (down: boolean) => void;
  readonly stop: () => Promise<void>;
}

export const ok = (json: unknown): Said => ({ status: 200, json });

export const problem = (status: number, code: string, more: Record<string, unknown> = {}): Said => ({
  status,
  json: { error: { code, message: code, ...more } },
});

/** Who is signed in; null: nobody. */
export const me = (officer: object | null): Said =>
  ok({
    stage: officer === null ? 'none' : 'full',
    officer,
    secondFactor: officer !== null,
    needsSecondFactor: officer !== null,
    recoveryCodesLeft: 8,
    passwordLength: 10,
    idleMs: 3_600_000,
    endsAt: 0,
  });

/** An editor and approver of phường Bình Long. */
export const anOfficer = {
  id: 'nguyen-thi-hoa',
  name: 'Nguyễn Thị Hoa',
  email: 'hoa@example.vn',
  grants: [{ role: 'unit-administrator', scope: '25326' }],
};

export const aProvinceAdministrator = {
  ...anOfficer,
  name: 'Trần Văn Minh',
  grants: [{ role: 'province-administrator', scope: 'base' }],
};

/** The console as built now, behind a server that answers as told; everything else is the product's own. */
export async function startFakeStaff(officer: object = anOfficer): Promise<FakeStaff> {
  const folder = mkdtempSync(join(tmpdir(), 'console-pages-'));
  await build({
    configFile: fileURLToPath(new URL('../../../../src/web/console/vite.config.ts', import.meta.url)),
    build: { outDir: folder },
    mode: 'production',
  });
  const routes = consoleRoutes(folder, { list: [], allows: () => true });
  const answers: Answers = new Map([['GET /api/auth/me', () => me(officer)]]);
  const calls: string[] = [];
  let isDown = false;

  const server = createServer((request, response) => {
    if (isDown) {
      request.socket.destroy();
      return;
    }
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    if (!url.pathname.startsWith('/api/')) return await servePage(url.pathname, request, response);
    calls.push(`${method} ${url.pathname}`);
    const body = await bodyOf(request);
    for (const [pattern, say] of answers) {
      const params = matched(pattern, `${method} ${url.pathname}`);
      if (params === null) continue;
      const { status, json } = await say({ params, query: url.searchParams, body });
      if (isDown) return void request.socket.destroy();
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
      return;
    }
    response.writeHead(404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(problem(404, 'NotFound').json));
  }
  async function servePage(path: string, message: IncomingMessage, response: ServerResponse): Promise<void> {
    const route =
      routes.find((one) => one.path === path) ??
      routes.find((one) => one.path.endsWith('/*') && path.startsWith(one.path.slice(0, -1)));
    if (route === undefined) return void response.writeHead(404).end();
    const incoming = { id: '1', message, address: '', origin: null, baseUrl: '' };
    const { status, bytes, headers } = await route.run(incoming, {}, {}, async () => undefined);
    response.writeHead(status, headers).end(bytes);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    answers,
    calls,
    down: (down) => {
      isDown = down;
      if (down) server.closeAllConnections();
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function matched(pattern: string, asked: string): Record<string, string> | null {
  const parts = pattern.split('/');
  const given = asked.split('/');
  if (parts.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (!(request.headers['content-type'] ?? '').includes('json')) return bytes;
  return bytes.length === 0 ? {} : (JSON.parse(bytes.toString('utf8')) as unknown);
}
