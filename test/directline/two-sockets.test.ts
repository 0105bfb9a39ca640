import { afterAll, beforeAll, expect, it } from 'vitest';
import { call, open, say, type OpenSocket, type Talk } from './client.ts';
import { startToy, type ToyServer } from './toy-house.ts';

let server: ToyServer;
beforeAll(async () => {
  server = await startToy();
});
afterAll(async () => {
  await server.stop();
});

const ROUNDS = 20;

/** Two tabs of one page: one token, both start the conversation and open their socket in the same moment. */
async function startTwice(): Promise<readonly [Talk, Talk]> {
  const made = await call(server.url, '/api/portal/token', { body: {} });
  const start = async (): Promise<Talk> => {
    const { body } = await call(server.url, '/v3/directline/conversations', {
      token: made.body['token'] ?? '',
      body: { user: {} },
    });
    const of = (key: string): string => String(body[key]);
    return { id: of('conversationId'), token: of('token'), streamUrl: of('streamUrl') };
  };
  return await Promise.all([start(), start()]);
}

const hears = (one: OpenSocket, text: string): Promise<void> =>
  one.until(() => one.messages().some((message) => String(message['text']).includes(text)));

it('two sockets that open at once hear the same, in the same order, and one greeting', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const [one, two] = await startTwice();
    const [left, right] = [open(one.streamUrl), open(two.streamUrl)];
    await Promise.all([hears(left, 'Xin chào'), hears(right, 'Xin chào')]);
    await say(server.url, one, 'từ trái');
    await hears(right, 'text: từ trái');
    await say(server.url, two, 'từ phải');
    await Promise.all([hears(left, 'text: từ phải'), hears(right, 'text: từ phải')]);
    const heard = left.messages().map(({ id }) => id);
    expect(heard).toEqual(right.messages().map(({ id }) => id));
    expect(heard).toHaveLength(5);
    left.socket.terminate();
    right.socket.terminate();
  }
});
