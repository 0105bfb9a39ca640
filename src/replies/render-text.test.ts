import { describe, expect, it } from 'vitest';
import { renderLines, renderText } from './render-text.ts';
import type { Block, Reply } from './reply.ts';

const reply = (...blocks: Block[]): Reply => ({
  blocks,
  choices: [{ id: 'menu', title: 'Việc khác', style: 'quiet' }],
  facts: [],
});

const step: Extract<Block, { kind: 'step' }> = {
  kind: 'step',
  procedure: 'p',
  procedureName: 'P',
  stepId: 's',
  number: 2,
  total: 8,
  title: 'Tìm',
  todo: 'Gõ tên.',
  notes: ['Chú ý.'],
  outline: [],
};

describe('a reply as text', () => {
  it('always says Bước k/N for a step, with or without its heading', () => {
    expect(renderText(reply(step))).toBe('Bước 2/8: Tìm\nGõ tên.\n• Chú ý.');
    expect(renderText(reply({ ...step, heading: 'Bước 2/8: Tìm thủ tục' }))).toContain(
      'Bước 2/8: Tìm thủ tục',
    );
  });

  it('marks what is needed and what is not', () => {
    const said = renderText(
      reply({
        kind: 'checklist',
        title: 'Giấy tờ',
        items: [
          { id: 'a', text: 'A', state: 'needed' },
          { id: 'b', text: 'B', note: 'đã có', state: 'not-needed' },
        ],
      }),
    );
    expect(said).toBe('Giấy tờ:\n• A\n✓ B. đã có');
  });

  it('numbers the choices after the text', () => {
    expect(renderLines(reply({ kind: 'text', text: 'Chào' }))).toEqual(['Chào', '1. Việc khác']);
  });

  it.each<Block>([
    { kind: 'facts', items: [{ id: 'x', label: 'Lệ phí', value: 'miễn phí', weak: false }] },
    { kind: 'sources', items: [{ title: 'Luật A' }], asOf: 'Tính đến 1/1/2026.', weak: false },
    { kind: 'contact', name: 'Tổng đài', phone: '0251.1022', detail: 'Giờ làm việc' },
    { kind: 'answers', items: [{ question: 'q', ask: 'Mấy?', label: 'Hai' }] },
  ])('says every word of a $kind block', (block) => {
    const said = renderText(reply(block));
    for (const word of JSON.stringify(block).match(/[A-ZĐ0-9][^"]{2,}/g) ?? []) expect(said).toContain(word);
  });
});
