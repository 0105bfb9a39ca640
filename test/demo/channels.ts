// npm run demo:channels
// The real server with Zalo and Messenger, both played by the fakes of the tests, and two phones in the browser.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { zaloConsentLink } from '#channels/zalo/connect.ts';
import { composeServer } from '../../src/compose.ts';
import { configFromEnvironment } from '../../src/config.ts';
import { fakeMeta, PAGE } from '../channels/fake-meta.ts';
import { fakeZalo, OA } from '../channels/fake-zalo.ts';
import { createMessengerPhone, createZaloPhone, faultNames, type Phone } from './phones.ts';

const PORT = Number(process.env['DEMO_PORT'] ?? 3980);
const [zalo, meta] = await Promise.all([fakeZalo(), fakeMeta()]);
zalo.echo = true;
meta.echo = true;
const home = mkdtempSync(join(tmpdir(), 'demo-channels-'));
const sealKey = randomBytes(32).toString('hex');

const config = configFromEnvironment({
  NODE_ENV: 'development',
  PORT: '0',
  HOST: '127.0.0.1',
  PUBLIC_URL: '',
  DATABASE_URL: '',
  DATA_DIR: home,
  SEAL_KEY: sealKey,
  LOG_LEVEL: 'warn',
  PERSON_PAUSE_MINUTES: '1',
  ...zalo.environment(),
  ...meta.environment({ [PAGE]: '25333' }),
});
const server = composeServer(config, (line) => console.log(line));
const { port } = await server.start();
const url = `http://127.0.0.1:${String(port)}`;
zalo.webhook = `${url}/api/zalo/webhook`;
meta.webhook = `${url}/api/messenger/webhook`;
await consent();

const phones: Readonly<Record<string, Phone>> = {
  zalo: createZaloPhone(zalo, consent),
  messenger: createMessengerPhone(meta),
};

const asked = z.object({
  phone: z.enum(['zalo', 'messenger']),
  what: z.string(),
  value: z.string().max(5000),
});
const page = readFileSync(new URL('phones.html', import.meta.url));

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.statusCode = 400;
    response.end(error instanceof Error ? error.message : 'failed');
  });
}).listen(PORT, '127.0.0.1', () => {
  console.log(
    `\nTwo phones: http://127.0.0.1:${String(PORT)}   (the server itself: ${url}; ends with Ctrl-C)`,
  );
});

process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const json = (value: unknown): void => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(value));
  };
  if (request.method === 'GET' && request.url === '/') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page);
    return;
  }
  if (request.method === 'GET' && request.url === '/state') {
    const health: unknown = await (await fetch(`${url}/readyz`)).json();
    const seen = Object.entries(phones).map(([name, phone]) => [name, phone.lines()] as const);
    json({ health, faults: faultNames, phones: Object.fromEntries(seen) });
    return;
  }
  if (request.method === 'POST' && request.url === '/do') {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(z.instanceof(Buffer).parse(part));
    const { phone, what, value } = asked.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    await phones[phone]?.act(what, value);
    json({ ok: true });
    return;
  }
  response.statusCode = 404;
  response.end();
}

/** As an administrator of the account does in the console: the signed link, agree, and back to our callback. */
async function consent(): Promise<void> {
  if (config.zalo === null) return;
  const link = zaloConsentLink({ settings: config.zalo, sealKey, publicUrl: url, clock: Date.now });
  const state = new URL(link).searchParams.get('state') ?? '';
  const query = new URLSearchParams({ code: `demo:${OA}`, oa_id: OA, state });
  await fetch(`${url}/api/zalo/callback?${query.toString()}`);
}

async function end(): Promise<void> {
  await server.stop();
  await Promise.all([zalo.close(), meta.close()]);
  rmSync(home, { recursive: true, force: true });
  process.exit(0);
}
