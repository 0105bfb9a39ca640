import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the platforms have in common: servers on this machine, and calls that are repeated until they are taken. */
export interface PlatformServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<PlatformServer> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Until people see so many messages in all. */
export async function untilShown(
  platform: string,
  shown: readonly unknown[],
  count: number,
  ms = 10_000,
): Promise<void> {
  const end = Date.now() + ms;
  while (shown.length < count) {
    if (Date.now() > end) {
      throw new Error(`${platform} showed ${String(shown.length)} messages, not ${String(count)}`);
    }
    await wait(15);
  }
}

export const wait = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

/** Platforms repeat what was not taken; here sooner than after half a minute. */
export async function untilTaken(call: () => Promise<number>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const status = await call().catch(() => 0);
    if (status === 200) return;
    await wait(50);
  }
}

/** Calls until it is taken, and is among the owed for as long. */
export function owe(owed: Set<Promise<void>>, call: () => Promise<number>): void {
  const echo = untilTaken(call);
  owed.add(echo);
  void echo.finally(() => owed.delete(echo));
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
