import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeHome, startToy, toyHome, type ToyServer } from '../directline/toy-house.ts';
import { fakeService } from './fake-service.ts';

type Activity = Record<string, unknown>;
const sample = (name: string): Activity =>
  JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8')) as Activity;

describe('Bot Framework clients without an app id, outside production', () => {
  let server: ToyServer;
  let service: Awaited<ReturnType<typeof fakeService>>;
  beforeAll(async () => {
    server = await startToy();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    service = await fakeService();
  });
  afterEach(() => service.close());

  const post = async (activity: unknown) => {
    const response = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Activity | null };
  };
  let made = 0;
  const own = (activity: Activity): Activity => {
    made += 1;
    return { ...activity, serviceUrl: service.url, id: `c-${made}` };
  };

  it('are greeted when they come in, and answered by the service they came from', async () => {
    const inConversation = { conversation: { id: 'conv-a|livechat' } };
    expect((await post(own({ ...sample('connector-conversationUpdate'), ...inConversation }))).status).toBe(
      200,
    );
    await service.until(1);
    expect(service.posted[0]?.body).toMatchObject({ type: 'message', text: 'Xin chào' });

    expect((await post(own({ ...sample('connector-message'), ...inConversation }))).status).toBe(200);
    await service.until(2);
    expect(service.posted[1]?.path).toMatch(/^\/v3\/conversations\/conv-a%7Clivechat\/activities/);
    expect(service.posted[1]?.body).toMatchObject({
      text: 'text: Tôi muốn đăng ký tạm trú (1)',
      from: { id: 'bot-1' },
    });
  });

  it('get buttons that come back as choices', async () => {
    const talk = { ...sample('connector-message'), conversation: { id: 'conv-buttons' } };
    await post(own({ ...talk, text: 'choose' }));
    await service.until(1);
    expect(service.posted[0]?.body['suggestedActions']).toMatchObject({
      actions: [
        { type: 'messageBack', title: 'Có', text: 'Có', displayText: 'Có', value: { choice: 'q:a:co' } },
        { title: 'Không', value: { choice: 'q:a:khong' } },
      ],
    });
    await post(own({ ...talk, text: 'Có', value: { choice: 'q:a:co' } }));
    await service.until(2);
    expect(service.posted[1]?.body['text']).toBe('choice: choice q:a:co (1)');
  });

  it('get the replies in the answer where they expect them, and nothing at their service', async () => {
    const asking = {
      ...sample('connector-message'),
      conversation: { id: 'conv-b' },
      deliveryMode: 'expectReplies',
    };
    const answer = await post(own(asking));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      activities: [{ type: 'message', text: 'text: Tôi muốn đăng ký tạm trú (0)' }],
    });
    const second = await post(own({ ...asking, text: 'lần hai' }));
    expect(second.body).toMatchObject({ activities: [{ text: 'text: lần hai (1)' }] });
    expect(service.posted).toEqual([]);
  });

  it('are answered once for a message that comes twice', async () => {
    const message = own({ ...sample('connector-message'), conversation: { id: 'conv-c' } });
    await post(message);
    await post(message);
    await service.until(1);
    await post(own({ ...message, text: 'sau' }));
    await service.until(2);
    expect(service.posted.map(({ body }) => body['text'])).toEqual([
      'text: Tôi muốn đăng ký tạm trú (0)',
      'text: sau (1)',
    ]);
  });

  it('are answered later by a service that is busy, in order', async () => {
    service.answers.push(503);
    const talk = { ...sample('connector-message'), conversation: { id: 'conv-d' } };
    await post(own({ ...talk, text: 'một' }));
    await post(own({ ...talk, text: 'hai' }));
    await service.until(2);
    expect(service.posted.map(({ body }) => body['text'])).toEqual(['text: một (0)', 'text: hai (1)']);
  });

  it('leave no id of the person in what is stored', async () => {
    const home = toyHome();
    const own = await startToy({ home });
    const asked = {
      ...sample('connector-message'),
      id: 'oa:u-2461357|0001',
      from: { id: 'u-2461357', name: 'Nguyễn Thị Hoa', aadObjectId: 'u-2461357' },
      conversation: { id: 'oa:u-2461357' },
      channelData: { tenant: { id: 'u-2461357' } },
      entities: [{ type: 'mention', mentioned: { id: 'u-2461357' } }],
      deliveryMode: 'expectReplies',
    };
    const response = await fetch(`${own.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    expect(await response.json()).toMatchObject({ activities: [{ type: 'message' }] });
    await own.stop();
    const stored = readFileSync(join(home, 'data.sqlite'), 'utf8');
    expect(stored).toContain('Tôi muốn đăng ký tạm trú');
    expect(stored).not.toMatch(/u-2461357|Nguyễn Thị Hoa/);
    removeHome(home);
  });

  it('cannot make the server call another address', async () => {
    for (const serviceUrl of [
      'http://10.0.0.1/',
      'https://evil.example.invalid',
      'http://localhost.evil.invalid',
      'file:///etc',
    ]) {
      const { status } = await post({ ...sample('connector-message'), serviceUrl });
      expect([400, 403]).toContain(status);
    }
  });

  it('are heard only from this machine: others could have its services called', async () => {
    for (const name of ['x-forwarded-for', 'via']) {
      const response = await fetch(`${server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [name]: '192.0.2.7' },
        body: JSON.stringify(own(sample('connector-message'))),
      });
      expect([name, response.status]).toEqual([name, 403]);
    }
    expect(service.posted).toEqual([]);
  });

  it('are told what is wrong with an activity', async () => {
    const { type: _type, ...untyped } = sample('connector-message');
    expect(await post(untyped)).toMatchObject({ status: 400, body: { error: { code: 'MissingProperty' } } });
    expect(await post({ ...sample('connector-message'), type: 7 })).toMatchObject({ status: 400 });
    expect(await post([])).toMatchObject({ status: 400, body: { error: { code: 'BadArgument' } } });
    expect(await post(own({ ...sample('connector-message'), type: 'invoke', name: 'x' }))).toMatchObject({
      status: 501,
    });
    const foreign = { ...sample('connector-message'), conversation: { id: 'phường' } };
    expect(await post(own(foreign))).toMatchObject({ status: 400 });
    expect(await post(own({ ...sample('connector-message'), type: 'typing' }))).toMatchObject({
      status: 200,
    });
  });
});

describe('Bot Framework clients in production', () => {
  it('find no route without an app id', async () => {
    const server = await startToy({ environment: { NODE_ENV: 'production' } });
    const response = await fetch(`${server.url}/api/messages`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
    await server.stop();
  });

  it('are refused without a token of Microsoft where there is an app id', async () => {
    const server = await startToy({
      environment: {
        NODE_ENV: 'production',
        MICROSOFT_APP_ID: 'an-app',
        MICROSOFT_APP_PASSWORD: 'a-password',
      },
    });
    for (const authorization of [null, 'Bearer junk']) {
      const response = await fetch(`${server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
        body: JSON.stringify(sample('connector-message')),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'Unauthorized' } });
    }
    await server.stop();
  });
});
