import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { call } from './client.ts';
import { removeHome, SECRET, startToy, toyHome, type ToyServer } from './toy-house.ts';

/** The published botframework-directlinejs, unchanged, against the real server. */
const require = createRequire(import.meta.url);
const shims = globalThis as unknown as Record<string, unknown>;
const Xhr = require('xhr2') as new () => {
  send(data?: unknown): void;
  setRequestHeader(name: string, value: string): void;
};
/** xhr2 knows no FormData: serialised as a browser does it. */
shims['XMLHttpRequest'] = class extends Xhr {
  override send(data?: unknown): void {
    if (!(data instanceof FormData)) return super.send(data);
    const encoded = new Response(data);
    const sendBytes = async (): Promise<void> => {
      const bytes = await encoded.arrayBuffer();
      this.setRequestHeader('Content-Type', encoded.headers.get('content-type') ?? '');
      super.send(bytes);
    };
    void sendBytes();
  }
};
const opened: WebSocket[] = [];
shims['WebSocket'] = class extends WebSocket {
  constructor(url: string) {
    super(url);
    opened.push(this);
  }
};
// Imported after the shims are there: it looks for them when it is loaded.
const { DirectLine, ConnectionStatus } = await import('botframework-directlinejs');

type Client = InstanceType<typeof DirectLine>;

describe('the stock client', () => {
  let server: ToyServer;
  let home: string;
  beforeAll(async () => {
    home = toyHome();
    server = await startToy({ home });
  });
  afterAll(async () => {
    await server.stop();
    removeHome(home);
  });

  async function connect(options: Record<string, unknown> = {}) {
    const made = await call(server.url, '/api/portal/token', { body: {} });
    const client: Client = new DirectLine({
      domain: `${server.url}/v3/directline`,
      token: made.body['token'],
      ...options,
    });
    const heard: { text: string; from: string; clientId: string | undefined }[] = [];
    const statuses: number[] = [];
    client.connectionStatus$.subscribe((status) => statuses.push(status));
    client.activity$.subscribe(
      (activity) => {
        if (activity.type !== 'message') return;
        const { clientActivityID } = (activity.channelData ?? {}) as { clientActivityID?: string };
        heard.push({ text: activity.text ?? '', from: activity.from.id, clientId: clientActivityID });
      },
      () => undefined,
    );
    const until = async (test: () => boolean, ms = 8000): Promise<void> => {
      for (let waited = 0; !test(); waited += 20) {
        if (waited > ms) throw new Error(`heard only ${JSON.stringify(heard)}, statuses ${statuses.join()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const post = (text: string, clientActivityID: string): Promise<string> =>
      new Promise((resolve, reject) => {
        client
          .postActivity({ type: 'message', text, from: { id: 'r_1' }, channelData: { clientActivityID } })
          .subscribe(resolve, reject);
      });
    return { client, heard, statuses, until, post };
  }

  it('is greeted, sees its own message and the answer over its socket', async () => {
    const { client, heard, until, post, statuses } = await connect();
    await until(() => heard.length === 1);
    expect(statuses.at(-1)).toBe(ConnectionStatus.Online);
    const id = await post('xin chào', 'c-1');
    expect(id).toMatch(/\|/);
    await until(() => heard.length === 3);
    expect(heard).toEqual([
      { text: 'Xin chào', from: 'tro-ly', clientId: undefined },
      { text: 'xin chào', from: 'r_1', clientId: 'c-1' },
      { text: 'text: xin chào (1)', from: 'tro-ly', clientId: undefined },
    ]);
    client.end();
  });

  it('polls where sockets do not get through', async () => {
    const { client, heard, until, post } = await connect({ webSocket: false, pollingInterval: 200 });
    await until(() => heard.length === 1);
    await post('một', 'p-1');
    await until(() => heard.length === 3);
    expect(heard.map(({ text }) => text)).toEqual(['Xin chào', 'một', 'text: một (1)']);
    client.end();
  });

  it('starts with the secret of a portal', async () => {
    const { client, heard, until } = await connect({ token: undefined, secret: SECRET });
    await until(() => heard.length === 1);
    expect(heard[0]?.text).toBe('Xin chào');
    client.end();
  });

  it('comes back after its socket was lost, and misses nothing that was said meanwhile', async () => {
    const { client, heard, until, post } = await connect();
    await until(() => heard.length === 1);
    opened.at(-1)?.terminate();
    await post('trong lúc mất mạng', 'l-1');
    // It waits 3 to 15 seconds of its own choosing.
    await until(() => heard.length === 3, 20_000);
    expect(heard.map(({ text }) => text)).toEqual([
      'Xin chào',
      'trong lúc mất mạng',
      'text: trong lúc mất mạng (1)',
    ]);
    client.end();
  });

  it('uploads a file without breaking', async () => {
    const { client, heard, until } = await connect();
    await until(() => heard.length === 1);
    const id = await new Promise((resolve, reject) => {
      client
        .postActivity({
          type: 'message',
          from: { id: 'r_1' },
          attachments: [{ contentType: 'image/png', contentUrl: `${server.url}/healthz`, name: 'ảnh.png' }],
        })
        .subscribe(resolve, reject);
    });
    expect(id).toEqual(expect.any(String));
    expect(id).not.toBe('retry');
    await until(() => heard.length === 3);
    expect(heard[2]?.text).toBe('attachment:  (1)');
    client.end();
  });

  it('shows that its conversation has ended where the server does not know it', async () => {
    const { client, heard, until, statuses } = await connect({ webSocket: false, pollingInterval: 200 });
    await until(() => heard.length === 1);
    const elsewhere = await startToy();
    (client as unknown as { domain: string }).domain = `${elsewhere.url}/v3/directline`;
    await until(() => statuses.at(-1) === ConnectionStatus.Ended);
    expect(statuses).not.toContain(ConnectionStatus.ExpiredToken);
    client.end();
    await elsewhere.stop();
  });
});
