import { expect, it } from 'vitest';
import { PortalClient } from '../../src/commands/support/portal-client.ts';
import { onEachEngine } from '../support/engines.ts';
import { openHouse } from './house.ts';
import { Resident } from './resident.ts';

/** All that the server still has of a conversation, as any client may read it. */
async function transcript(url: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const fresh = await fetch(`${url}/v3/directline/tokens/refresh`, { method: 'POST', headers });
  const { conversationId } = (await fresh.json()) as { conversationId: string };
  const path = `/v3/directline/conversations/${conversationId}/activities?watermark=0`;
  return (await fetch(url + path, { headers })).text();
}

onEachEngine('a resident who wants her words erased', (make) => {
  it('is asked once more; then nothing is left but the word that it is gone, and she can begin anew', async () => {
    const house = await openHouse(await make());
    const client = new PortalClient(house.url);
    try {
      await client.open('25326');
      await client.type('vợ tôi mới sinh, làm khai sinh');
      await client.type('xóa dữ liệu của tôi');
      const gone = await client.tap({ id: 'forget:yes', title: 'Xóa hết' });
      expect(gone.map(({ text }) => text).join('\n')).toContain('Tôi đã xóa hết');

      const kept = await transcript(house.url, client.token);
      expect(kept).toContain('Tôi đã xóa hết');
      expect(kept).not.toContain('vợ tôi');
      const anew = await client.type('đăng ký tạm trú');
      expect(anew.map((message) => message.text).join('\n')).toMatch(/tạm trú/);
    } finally {
      client.close();
      await house.stop();
    }
  });

  it('keeps her place when she thinks better of it', async () => {
    const house = await openHouse(await make());
    const resident = new Resident(house.url);
    try {
      await resident.arrives('25326');
      await resident.says('đăng ký tạm trú');
      await resident.taps('offer:start');
      await resident.says('xóa cuộc trò chuyện này');
      await resident.taps('forget:no');
      expect(resident.text).toContain('không xóa gì');
      expect(resident.step?.number).toBe(1);
    } finally {
      resident.leaves();
      await house.stop();
    }
  });
});
