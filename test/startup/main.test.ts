import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open, say, startTalk } from '../directline/client.ts';
import { removeHome, toyHome } from '../directline/toy-house.ts';

const root = new URL('../..', import.meta.url).pathname;

interface Run {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** Exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  url(): Promise<string>;
}

/** What a test that fails half-way would leave running. */
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

function run(environment: Record<string, string>): Run {
  const { PATH = '', HOME = '', TZ = '' } = process.env;
  const env = { PATH, HOME, TZ, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', ...environment };
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env });
  started.push(child);
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  return {
    child,
    lines,
    ended,
    async url() {
      for (let waited = 0; waited < 55_000; waited += 50) {
        const found = /http:\/\/[\d.]+:\d+/.exec(lines.join('\n'))?.[0];
        if (found !== undefined) return found;
        if (child.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`no address: ${lines.join('\n')}`);
    },
  };
}

describe('the server as it is started', () => {
  let home: string;
  beforeAll(() => {
    home = toyHome();
  });
  afterAll(() => removeHome(home));

  it(
    'says its address, serves the page and a conversation, and ends in order',
    { timeout: 90_000 },
    async () => {
      const server = run({ DATA_DIR: home });
      const url = await server.url();
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      const page = await fetch(url);
      expect(page.headers.get('content-type')).toContain('text/html');
      const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
      const asset = await fetch(url + (script ?? '/missing'), { headers: { 'accept-encoding': 'br' } });
      expect(asset.headers.get('content-encoding')).toBe('br');
      expect(asset.headers.get('cache-control')).toContain('immutable');

      const talk = await startTalk(url);
      const socket = open(talk.streamUrl);
      await socket.until(() => socket.messages().length === 1);
      await say(url, talk, 'lam giay khai sinh');
      await socket.until(() => socket.messages().length >= 3);
      expect(JSON.stringify(socket.messages()[2])).toContain('khai sinh');

      const closed = new Promise<number>((resolve) => socket.socket.once('close', resolve));
      server.child.kill('SIGTERM');
      expect(await closed).toBe(1001);
      expect(await server.ended).toBe(0);
    },
  );

  it('names each wrong setting and how to set it, without a stack', async () => {
    const server = run({ DATA_DIR: home, PORT: 'cửa', SEAL_KEY: 'short', LOG_LEVEL: 'loud' });
    expect(await server.ended).toBe(1);
    const said = server.lines.join('\n');
    for (const name of ['PORT', 'SEAL_KEY', 'LOG_LEVEL']) expect(said).toContain(name);
    expect(said).toContain('openssl rand -hex 32');
    expect(said).not.toMatch(/\n\s+at /);
  });

  it(
    'starts twice at once on one new database, and both servers serve one conversation',
    { timeout: 120_000 },
    async () => {
      const shared = toyHome();
      const both = [run({ DATA_DIR: shared }), run({ DATA_DIR: shared })];
      const [one = '', two = ''] = await Promise.all(both.map((server) => server.url()));
      const talk = await startTalk(one);
      const path = `/v3/directline/conversations/${talk.id}/activities`;
      const headers = { authorization: `Bearer ${talk.token}` };
      const read = async (): Promise<string> => await (await fetch(two + path, { headers })).text();
      expect((await say(one, talk, 'tin thứ nhất')).status).toBe(200);
      expect((await say(two, talk, 'tin thứ hai')).status).toBe(200);
      await expect.poll(read, { timeout: 20_000 }).toMatch(/tin thứ nhất.*tin thứ hai/);
      for (const { child } of both) child.kill('SIGTERM');
      expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
      removeHome(shared);
    },
  );

  it('says in words what stands in its way, not in stacks', { timeout: 120_000 }, async () => {
    const blocked = toyHome();
    writeFileSync(join(blocked, 'file'), 'no folder');
    writeFileSync(join(blocked, 'data.sqlite'), 'no database, but longer than a header of one. '.repeat(10));
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as AddressInfo).port);
    const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ DATA_DIR: join(blocked, 'file') }, /DATA_DIR: nothing can be written in .*file/],
      [{ DATA_DIR: blocked }, /data\.sqlite: file is not a database/],
      [{ DATA_DIR: home, PORT: port }, /PORT: \d+ is taken/],
      [{ DATA_DIR: home, ALLOWED_ORIGINS: 'https://a.vn; script-src *' }, /ALLOWED_ORIGINS: must be origins/],
    ];
    for (const [environment, said] of cases) {
      const server = run(environment);
      expect(await server.ended).toBe(1);
      expect(server.lines.join('\n')).toMatch(said);
      expect(server.lines.join('\n')).not.toMatch(/\n\s+at /);
    }
    taken.close();
    removeHome(blocked);
  });

  it('refuses a home unit that the knowledge does not have', { timeout: 90_000 }, async () => {
    const server = run({ DATA_DIR: home, HOME_UNIT: '99999' });
    expect(await server.ended).toBe(1);
    expect(server.lines.join('\n')).toContain('HOME_UNIT');
  });
});
