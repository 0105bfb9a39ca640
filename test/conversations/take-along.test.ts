import { expect, it } from 'vitest';
import { PortalClient } from '../../src/commands/support/portal-client.ts';
import type { Sheet } from '#replies/sheet.ts';
import { onEachEngine } from '../support/engines.ts';
import { openHouse } from './house.ts';

interface Taken {
  readonly slip: Sheet | null;
  readonly carry: { readonly code: string; readonly url: string; readonly expiresAt: number } | null;
}

async function takeAlong(url: string, token: string): Promise<Taken> {
  const answer = await fetch(`${url}/api/portal/take-along`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Taken;
}

const textOf = (seen: readonly { readonly text: string }[]): string =>
  seen.map(({ text }) => text).join('\n');

onEachEngine('taking along', (make) => {
  it('a slip of her case and a code; on another device the code goes on at her step, and only once', async () => {
    const house = await openHouse(await make());
    try {
      const counter = new PortalClient(house.url);
      await counter.open('25326');
      expect(await takeAlong(house.url, counter.token)).toEqual({ slip: null, carry: null });
      await counter.tap({ id: 'offer:start:dang-ky-tam-tru', title: 'Bắt đầu' });
      await counter.tap({ id: 'step:done:mo-cong-dang-nhap:dang-ky-tam-tru', title: 'Xong' });
      const { slip, carry } = await takeAlong(house.url, counter.token);
      expect(slip?.name).toBe('Đăng ký tạm trú');
      expect(slip?.unit).toContain('Bình Long');
      expect(slip?.steps.length).toBeGreaterThan(5);
      expect(carry?.url).toBe(`${house.url}/u/binh-long#tiep=${carry?.code ?? ''}`);

      const phone = new PortalClient(house.url);
      await phone.open(null);
      const arrived = textOf(await phone.type(`mã ${carry?.code.toLowerCase().replace('-', '') ?? ''}`));
      expect(arrived).toContain('đăng ký tạm trú');
      expect(arrived).toContain('làm tiếp từ chỗ cũ');
      const along = await takeAlong(house.url, phone.token);
      expect(along.slip?.unit).toContain('Bình Long');

      const stranger = new PortalClient(house.url);
      await stranger.open(null);
      expect(textOf(await stranger.type(carry?.code ?? ''))).toContain('đã dùng rồi');
      for (const client of [counter, phone, stranger]) client.close();
    } finally {
      await house.stop();
    }
  });

  it('needs the token of the conversation', async () => {
    const house = await openHouse(await make());
    try {
      const answer = await fetch(`${house.url}/api/portal/take-along`, { method: 'POST' });
      expect(answer.status).toBe(401);
    } finally {
      await house.stop();
    }
  });
});
