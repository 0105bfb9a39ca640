import { describe, expect, it } from 'vitest';
import { mask } from '#privacy/mask.ts';
import { readClientActivity } from './client-activity.ts';
import { maskActivity } from './mask-activity.ts';

const received = (body: unknown, user?: string) =>
  maskActivity(readClientActivity(body, 'DL-a', user).activity, mask);

describe('what a channel hands on', () => {
  it('holds nothing personal, wherever a client put it', () => {
    const typed = '079123456789';
    const { activity, kinds } = received({
      type: 'message',
      text: `cccd ${typed}`,
      value: { note: `mk: bimat`, [typed]: 1, form: { so: 912345678901, list: [typed, 914111222] } },
      channelData: { messageBack: { displayText: `cccd ${typed}` }, [`x ${typed}`]: true },
      entities: [{ type: 'x', said: typed }],
      attachments: [{ contentType: 'image/png', name: `cccd_${typed}.png`, content: typed }],
      from: { id: typed, name: typed },
    });
    expect(kinds).toEqual(['identity-number']);
    expect(JSON.stringify(activity)).not.toMatch(/079123456789|912345678901|914111222|bimat/);
    expect(activity['from']).toEqual({ id: 'user', role: 'user' });
  });

  it('keeps what clients compare, commands and plain numbers', () => {
    const { activity } = received(
      {
        type: 'message',
        text: 'Có',
        localTimestamp: '2026-11-22T09:00:01.000+07:00',
        value: { choice: 'q:a:co', at: 1763834988000, count: 3, yes: true },
        channelData: { clientActivityID: '075123456789' },
      },
      'dl_user-1',
    );
    expect(activity).toMatchObject({
      localTimestamp: '2026-11-22T09:00:01.000+07:00',
      value: { choice: 'q:a:co', at: 1763834988000, count: 3, yes: true },
      channelData: { clientActivityID: '075123456789' },
      from: { id: 'dl_user-1', role: 'user' },
    });
  });
});

describe('what a client says', () => {
  it('is only what clients may say', () => {
    const { activity } = received({
      type: 'message',
      text: 'x',
      id: 'evil',
      timestamp: '1999-01-01T00:00:00Z',
      from: { id: 'bot', role: 'bot', name: 'Cán bộ' },
      recipient: { id: 'r' },
      conversation: { id: 'DL-b' },
      channelId: 'zalo',
      serviceUrl: 'http://127.0.0.1/',
      callerId: 'urn:x',
      replyToId: 'y',
      suggestedActions: { actions: [{ type: 'imBack', title: 'evil' }] },
      deliveryMode: 'expectReplies',
      channelData: { reply: { blocks: [] }, clientActivityID: 'c' },
    });
    expect(activity).toEqual({
      type: 'message',
      text: 'x',
      conversation: { id: 'DL-a' },
      from: { id: 'bot', role: 'user' },
      channelData: { clientActivityID: 'c' },
    });
  });

  it('has an end, also beside its text', () => {
    const filled = { type: 'message', text: 'x', value: { note: 'a'.repeat(70_000) } };
    expect(() => received(filled)).toThrow(expect.objectContaining({ code: 'BODY_TOO_LARGE' }));
    expect(received({ type: 'message', text: 'ặ'.repeat(50_000) }).activity['text']).toHaveLength(20_000);
  });
});
