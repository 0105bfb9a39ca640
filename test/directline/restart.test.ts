import { expect, it } from 'vitest';
import { onEachEngine } from '../support/engines.ts';
import { botSaid, call, open, poll, say, startTalk } from './client.ts';
import { startToy } from './toy-house.ts';

onEachEngine('a restart of the server', (make) => {
  it('changes no watermark, token or memory', async () => {
    const engine = await make();
    const before = await startToy({ parts: { database: engine.open() } });
    const talk = await startTalk(before.url);
    await say(before.url, talk, 'một');
    await botSaid(before.url, talk, 2);
    const seen = await poll(before.url, talk);
    expect(seen.activities).toHaveLength(3);
    await before.stop();

    const after = await startToy({ parts: { database: engine.open() } });
    expect((await poll(after.url, talk, seen.watermark)).activities).toEqual([]);
    expect((await poll(after.url, talk)).activities).toEqual(seen.activities);
    await say(after.url, talk, 'hai');
    await botSaid(after.url, talk, 3);
    const fresh = await poll(after.url, talk, seen.watermark);
    expect(fresh.activities.map(({ text }) => text)).toEqual(['hai', 'text: hai (2)']);
    const resume = { conversationId: talk.id, token: talk.token };
    const resumed = await call(after.url, '/api/portal/token', { body: { resume } });
    expect(resumed.body['conversationId']).toBe(talk.id);
    await after.stop();
    await engine.drop();
  });
});

onEachEngine('two servers on one database', (make) => {
  // SQLite is for one process; both of these run in this one.
  it('show each other’s conversations: a socket on one hears what is said on the other', async () => {
    const engine = await make();
    const one = await startToy({ parts: { database: engine.open() } });
    const two = await startToy({ parts: { database: engine.open() } });
    const talk = await startTalk(one.url);
    const socket = open(talk.streamUrl);
    await socket.until(() => socket.messages().length === 1);
    await say(two.url, talk, 'qua máy khác');
    await socket.until(() => socket.messages().length === 3);
    expect(socket.messages().map(({ text }) => text)).toEqual([
      'Xin chào',
      'qua máy khác',
      'text: qua máy khác (1)',
    ]);
    socket.socket.terminate();
    await one.stop();
    await two.stop();
    await engine.drop();
  });
});
