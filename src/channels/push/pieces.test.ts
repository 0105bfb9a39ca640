import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice, Reply } from '#replies/reply.ts';
import { piecesOf } from './pieces.ts';
import { cutTitle, splitText } from './split-text.ts';

const limits = { textChars: 2000, choices: 5, choiceTitleChars: 20 };
const BY_NUMBER = 'Nhắn số để chọn:';

const choice = (id: string, title: string): Choice => ({ id, title, style: 'normal' });
const reply = (text: string, choices: Choice[] = []): Reply => ({
  blocks: [{ kind: 'text', text }],
  choices,
  facts: ['a/b/c'],
});
const textOf = (piece: Reply | undefined): string =>
  piece?.blocks[0]?.kind === 'text' ? piece.blocks[0].text : '';

describe('the pieces of a reply', () => {
  it('are one piece where everything fits', () => {
    const choices = [choice('a', 'Xong'), choice('b', 'Tôi bị vướng')];
    expect(piecesOf(reply('Bước 1/8', choices), limits, BY_NUMBER)).toEqual([reply('Bước 1/8', choices)]);
  });

  it('list all choices by number where there are more than the channel shows', () => {
    const choices = Array.from({ length: 7 }, (_, i) => choice(`c${String(i)}`, `Việc ${String(i)}`));
    const [piece, ...more] = piecesOf(reply('Chọn nhé', choices), limits, BY_NUMBER);
    expect(more).toEqual([]);
    expect(textOf(piece)).toBe(
      'Chọn nhé\n\nNhắn số để chọn:\n1. Việc 0\n2. Việc 1\n3. Việc 2\n4. Việc 3\n5. Việc 4\n6. Việc 5\n7. Việc 6',
    );
    expect(piece?.choices.map(({ title }) => title)).toEqual([
      '1. Việc 0',
      '2. Việc 1',
      '3. Việc 2',
      '4. Việc 3',
      '5. Việc 4',
    ]);
  });

  it('keep titles apart that are the same when cut', () => {
    const choices = [
      choice('a', 'Đăng ký khai sinh cho bé gái'),
      choice('b', 'Đăng ký khai sinh cho bé trai'),
    ];
    const [piece] = piecesOf(reply('Chọn nhé', choices), limits, BY_NUMBER);
    const titles = piece?.choices.map(({ title }) => title) ?? [];
    expect(new Set(titles).size).toBe(2);
    expect(titles.every((title) => title.length <= 20)).toBe(true);
    expect(textOf(piece)).toContain('2. Đăng ký khai sinh cho bé trai');
  });

  it('have the choices on the last one only', () => {
    const pieces = piecesOf(reply('Một câu dài. '.repeat(400), [choice('a', 'Xong')]), limits, BY_NUMBER);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.map(({ choices }) => choices.length)).toEqual([...pieces.slice(1).map(() => 0), 1]);
  });
});

describe('splitting text', () => {
  it('breaks between paragraphs before it breaks between words', () => {
    const paragraph = 'chữ '.repeat(300).trim();
    expect(splitText(`${paragraph}\n\n${paragraph}\n\n${paragraph}`, 2000)).toHaveLength(3);
  });

  it('composes decomposed Vietnamese, which would count three times', () => {
    const text = 'đường phường '.repeat(140).trim();
    expect(splitText(text.normalize('NFD'), 2000)).toEqual([text.normalize('NFC')]);
  });

  it('never breaks a character, loses nothing and stays within the limit', () => {
    const pieces = fc.string({
      unit: fc.constantFrom('a', 'ệ', '👩‍👩‍👧', '🇻🇳', ' ', '\n', '.', 'e\u0302\u0323'),
      maxLength: 400,
    });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 20, max: 80 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.every((part) => part.length <= limit && part.isWellFormed())).toBe(true);
        const bare = (value: string): string => value.normalize('NFC').replaceAll(/\s+/gu, '');
        expect(bare(parts.join(' '))).toBe(bare(text));
        for (const part of parts) expect(part.endsWith('\u200d')).toBe(false);
      }),
    );
  });

  it('ends on a character larger than a message', () => {
    const storm = `a${'\u0301'.repeat(5000)}`;
    expect(splitText(storm, 100).every((part) => part.length <= 100)).toBe(true);
  });

  it('cuts a title between characters', () => {
    expect(cutTitle('Xác nhận tình trạng hôn nhân', 20)).toBe('Xác nhận tình trạng…');
    expect(cutTitle('Xong', 20)).toBe('Xong');
    expect(cutTitle('🇻🇳'.repeat(10), 20)).toBe(`${'🇻🇳'.repeat(4)}…`);
  });
});
