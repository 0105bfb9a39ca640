import { describe, expect, it } from 'vitest';
import { blockSchema, replySchema, type Block } from '#replies/reply.ts';
import { readReply } from './read-reply.ts';

/** One block of each kind, as full as it gets. */
const blocks: Record<Block['kind'], Block> = {
  text: { kind: 'text', text: 'Chào anh/chị' },
  step: {
    kind: 'step',
    procedure: 'p',
    procedureName: 'P',
    stepId: 's',
    number: 1,
    total: 8,
    heading: 'Bước 1/8: T',
    title: 'T',
    todo: 'Làm',
    screen: 'Màn hình',
    screenAsOf: '2026-06-10',
    picture: 's',
    shot: { url: '/pictures/ab-1x1', alt: 'Nút', asOf: '2026-11-22', width: 1, height: 1 },
    notes: ['Nhớ'],
    outline: [{ stepId: 's', title: 'T', state: 'here' }],
  },
  checklist: {
    kind: 'checklist',
    title: 'Giấy tờ',
    items: [{ id: 'a', text: 'A', note: 'n', state: 'ask-staff' }],
  },
  facts: { kind: 'facts', items: [{ id: 'f', label: 'Lệ phí', value: 'chưa rõ', weak: true }] },
  sources: {
    kind: 'sources',
    items: [{ title: 'Cổng', url: 'https://dichvucong.gov.vn', asOf: '2026-06-10' }],
    asOf: '2026-06-10',
    weak: false,
  },
  contact: { kind: 'contact', name: '1022', phone: '0251.1022', detail: 'Tổng đài' },
  answers: { kind: 'answers', items: [{ question: 'q', ask: 'Hỏi?', label: 'Có', change: 'change:p:q' }] },
};

describe('reading a reply', () => {
  it.each(Object.values(blocks))('takes a $kind block that the contract allows, whole', (block) => {
    const reply = replySchema.parse({ blocks: [block], choices: [{ id: 'a', title: 'A' }] });
    expect(readReply(JSON.parse(JSON.stringify(reply)))).toEqual({
      blocks: reply.blocks,
      choices: reply.choices,
      facts: reply.facts,
    });
  });

  it('knows every kind of block that the contract has', () => {
    expect(blockSchema.options.map(({ shape }) => shape.kind.value).sort()).toEqual(
      Object.keys(blocks).sort(),
    );
  });

  it('leaves a reply with a block of an unknown kind to its plain text', () => {
    expect(readReply({ blocks: [blocks.text, { kind: 'map', text: 'x' }], choices: [] })).toBeNull();
  });

  it.each([
    null,
    'text',
    [],
    {},
    { blocks: [] },
    { blocks: [null] },
    { blocks: [{ kind: 'text', text: 1 }] },
  ])('is no reply: %j', (value) => {
    expect(readReply(value)).toBeNull();
  });

  it('drops a choice that cannot be shown and keeps the others', () => {
    const choices = [{ id: 'a', title: 'A', style: 'normal' }, { id: 'b' }, 'c'];
    expect(readReply({ blocks: [blocks.text], choices })?.choices).toEqual([choices[0]]);
  });
});
