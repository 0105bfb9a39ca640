import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anyText,
  botSaid,
  call,
  like,
  matching,
  open,
  poll,
  sample,
  say,
  startTalk,
  type Activity,
} from './client.ts';
import { startToy, type ToyServer } from './toy-house.ts';

describe('what residents send', () => {
  let server: ToyServer;
  beforeAll(async () => {
    server = await startToy();
  });
  afterAll(() => server.stop());

  const texts = (activities: readonly Activity[]): unknown[] => activities.map(({ text }) => text);

  it('is masked before it is stored: the echo shows her that it was', async () => {
    const talk = await startTalk(server.url);
    await say(server.url, talk, {
      ...sample('directline-outgoing-message-from-webchat'),
      text: 'căn cước 075123456789',
      value: { note: '075123456789' },
      summary: '075123456789',
      attachments: [
        { contentType: 'image/png', name: '075123456789.png', content: 'x', contentUrl: 'data:x' },
      ],
      channelData: {
        clientActivityID: '075123456789',
        messageBack: { displayText: '075123456789' },
        reply: { no: 1 },
      },
    });
    await botSaid(server.url, talk, 2);
    const { activities } = await poll(server.url, talk);
    const echo = activities.find(({ from }) => (from as Activity)['role'] === 'user');
    expect(echo).toMatchObject({ text: 'căn cước •••', channelData: { clientActivityID: '075123456789' } });
    const { channelData, ...rest } = echo ?? {};
    expect(JSON.stringify(rest)).not.toContain('075123456789');
    expect(channelData).toEqual({ clientActivityID: '075123456789', messageBack: { displayText: '•••' } });
    expect(echo?.['attachments']).toEqual([{ contentType: 'image/png', name: '•••.png' }]);
  });

  it('may be long, broken, foreign or nothing at all: it gets an answer and stops nobody', async () => {
    const talk = await startTalk(server.url);
    const odd = [
      'dài '.repeat(2500),
      '<img src=x onerror=alert(1)><script>alert(2)</script>',
      'a\u0000b\u0007c\u202ed\u2066e',
      'lẻ \ud83d loi \udc00',
      '👶👶🏽👨‍👩‍👧',
      '',
      '   \n\t ',
    ];
    for (const text of odd) expect((await say(server.url, talk, text)).status).toBe(200);
    const answers = texts(await botSaid(server.url, talk, odd.length + 1)).slice(1);
    expect(answers[0]).toBe(`text: ${odd[0] ?? ''} (1)`);
    expect(answers[1]).toBe(`text: ${odd[1] ?? ''} (2)`);
    expect(answers[2]).toBe('text: abcde (3)');
    expect(answers[3]).toBe('text: lẻ \ufffd loi \ufffd (4)');
    expect(answers[4]).toBe('text: 👶👶🏽👨‍👩‍👧 (5)');
    expect(answers).toHaveLength(odd.length);
  });

  it('may come as raw JSON with broken escapes', async () => {
    const talk = await startTalk(server.url);
    const body =
      '{"type":"message","text":"x\\ud83dy\\u0000","from":null,"channelData":{"clientActivityID":"e1"},"__proto__":{"a":1}}';
    const answer = await call(server.url, `/v3/directline/conversations/${talk.id}/activities`, {
      token: talk.token,
      body,
    });
    expect(answer.status).toBe(200);
    expect(texts(await botSaid(server.url, talk, 2))[1]).toBe('text: x\ufffdy (1)');
  });

  it('may be a tap: by its value, and as clients without messageBack post it', async () => {
    const talk = await startTalk(server.url);
    await say(server.url, talk, { type: 'message', text: 'Có', value: { choice: 'q:a:co' } });
    await say(server.url, talk, sample('directline-outgoing-postback'));
    const said = texts(await botSaid(server.url, talk, 3));
    expect(said.slice(1)).toEqual(['choice: choice q:a:co (1)', 'choice: choice menu:tam-tru (2)']);
  });

  it('may be a photo or sticker: taken as one, and nothing of it is kept', async () => {
    const talk = await startTalk(server.url);
    const bytes = readFileSync(new URL('./samples/directline-upload-activity-last.bin', import.meta.url));
    const upload = async (body: Buffer | string, type: string, headers: Record<string, string> = {}) =>
      await fetch(`${server.url}/v3/directline/conversations/${talk.id}/upload?userId=r k/ü`, {
        method: 'POST',
        headers: { authorization: `Bearer ${talk.token}`, 'content-type': type, ...headers },
        body: typeof body === 'string' ? body : new Uint8Array(body),
      });
    const multipart = 'multipart/form-data; boundary=----WebKitFormBoundaryExample7MA4YWxk';
    const uploaded = await upload(bytes, multipart);
    expect(uploaded.status).toBe(200);
    expect(await uploaded.json()).toEqual({ id: anyText });
    const raw = await upload('not a real image', 'image/png', {
      'content-disposition': 'name="file"; filename="a.png"',
    });
    expect(raw.status).toBe(200);
    const said = texts(await botSaid(server.url, talk, 3));
    expect(said.slice(1)).toEqual(['attachment:  (1)', 'attachment:  (2)']);
    const { activities } = await poll(server.url, talk);
    const echo = activities.find(
      ({ channelData }) => (channelData as Activity | undefined)?.['clientActivityID'] === 'q7d2kz3m1pw',
    );
    expect(echo?.['attachments']).toEqual([{ contentType: 'image/png', name: 'Ảnh căn cước.png' }]);
    expect(JSON.stringify(activities)).not.toMatch(/contentUrl|PNG\r/);

    expect((await upload(bytes.subarray(0, 300), multipart)).status).toBe(400);
    expect((await upload('x', 'multipart/form-data; boundary=y')).status).toBe(400);
    expect((await upload(Buffer.alloc(21 * 1024 * 1024), 'image/png')).status).toBe(413);
    expect((await say(server.url, talk, 'vẫn còn đây')).status).toBe(200);
  });

  it('may be typing and events, which come back to the open sockets or not at all, and are not kept', async () => {
    const talk = await startTalk(server.url);
    const socket = open(talk.streamUrl);
    await socket.until(() => socket.messages().length === 1);
    expect((await say(server.url, talk, sample('directline-outgoing-typing'))).status).toBe(200);
    expect((await say(server.url, talk, sample('directline-outgoing-event'))).status).toBe(200);
    await socket.until(() => socket.messages().length === 2);
    expect(socket.messages()[1]).toMatchObject({
      type: 'event',
      channelData: { clientActivityID: 'q7d2kz3m1pu' },
    });
    expect((await poll(server.url, talk)).activities).toHaveLength(1);
    socket.socket.terminate();
  });

  it('is shown as being answered while the answer takes its time', async () => {
    const talk = await startTalk(server.url);
    const socket = open(talk.streamUrl);
    await socket.until(() => socket.messages().length === 1);
    await say(server.url, talk, 'fail');
    await socket.until(() => socket.sets.some(({ activities }) => activities[0]?.['type'] === 'typing'));
    expect(socket.sets.at(-1)).toEqual({
      activities: [like({ type: 'typing', from: like({ role: 'bot' }) })],
    });
    socket.socket.terminate();
  });
});

describe('a message that cannot be answered', () => {
  it('is apologised for after five tries, and the next one is answered', { timeout: 40_000 }, async () => {
    const server = await startToy();
    const talk = await startTalk(server.url);
    await botSaid(server.url, talk, 1);
    await say(server.url, talk, 'fail');
    await say(server.url, talk, 'tiếp');
    const said = await botSaid(server.url, talk, 3, 30_000);
    expect(said.map(({ text }) => text)).toEqual(['Xin chào', 'Chưa trả lời được', 'text: tiếp (1)']);
    await server.stop();
  });
});

describe('conversations', () => {
  it('never see each other, and each is shown on all of its sockets', async () => {
    const server = await startToy();
    const [hoa, lan] = [await startTalk(server.url), await startTalk(server.url)];
    const sockets = [open(hoa.streamUrl), open(hoa.streamUrl), open(lan.streamUrl)] as const;
    await Promise.all(sockets.map((socket) => socket.until(() => socket.messages().length === 1)));
    await Promise.all([
      say(server.url, hoa, 'tôi là Hoa'),
      say(server.url, lan, 'tôi là Lan'),
      say(server.url, hoa, 'lần hai'),
    ]);
    await sockets[0].until(() => sockets[0].messages().length === 5);
    await sockets[1].until(() => sockets[1].messages().length === 5);
    await sockets[2].until(() => sockets[2].messages().length === 3);
    expect(sockets[0].messages()).toEqual(sockets[1].messages());
    expect(JSON.stringify(sockets[2].sets)).not.toContain('Hoa');
    expect(JSON.stringify(sockets[0].sets)).not.toContain('Lan');
    expect(new Set([hoa.id, lan.id]).size).toBe(2);
    for (const { socket } of sockets) socket.terminate();
    await server.stop();
  });

  it('are resumed only with a token of theirs', async () => {
    const server = await startToy();
    const [hoa, lan] = [await startTalk(server.url), await startTalk(server.url)];
    const resume = async (conversationId: string, token: string): Promise<string | undefined> =>
      (await call(server.url, '/api/portal/token', { body: { resume: { conversationId, token } } })).body[
        'conversationId'
      ];
    expect(await resume(hoa.id, hoa.token)).toBe(hoa.id);
    expect([hoa.id, lan.id]).not.toContain(await resume(hoa.id, lan.token));
    expect([hoa.id, lan.id]).not.toContain(await resume(hoa.id, 'junk'));
    await server.stop();
  });

  it('belong to the ward that the page names; an unknown one is said to be unknown', async () => {
    const server = await startToy();
    expect((await call(server.url, '/api/portal/token', { body: { unit: '25326' } })).status).toBe(200);
    const unknown = await call(server.url, '/api/portal/token', { body: { unit: '99999' } });
    expect(unknown).toMatchObject({
      status: 400,
      body: { error: { code: 'UnknownUnit', message: matching(/99999/) } },
    });
    await server.stop();
  });
});
