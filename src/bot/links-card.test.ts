import { expect, it } from 'vitest';
import type { Block } from '#replies/reply.ts';
import { linksCardOf } from './links-card.ts';

const replyOf = (...blocks: Block[]) => ({ blocks, choices: [], facts: [] });

it('makes a button of each phone and of each source that has an address', () => {
  const card = linksCardOf(
    replyOf(
      { kind: 'text', text: 'Lệ phí: 7.000 đồng' },
      {
        kind: 'sources',
        items: [
          { title: 'Thông tư 75/2022', url: 'https://vanban.chinhphu.vn/x' },
          { title: 'Không có trang' },
        ],
        asOf: 'Thông tin tính đến 1/11/2026.',
        weak: false,
      },
      { kind: 'contact', name: 'Tổng đài', phone: '0251.1022' },
    ),
  );
  expect(card).toEqual({
    contentType: 'application/vnd.microsoft.card.hero',
    content: {
      buttons: [
        { type: 'openUrl', title: 'Thông tư 75/2022', value: 'https://vanban.chinhphu.vn/x' },
        { type: 'call', title: 'Tổng đài: 0251.1022', value: 'tel:02511022' },
      ],
    },
  });
});

it('makes none where nothing can be opened', () => {
  expect(linksCardOf(replyOf({ kind: 'text', text: 'Xin chào' }))).toBeNull();
});
