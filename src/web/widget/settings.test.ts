import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const src = 'https://hoso.example.invalid/widget.js';

describe('the attributes of the tag', () => {
  it('say unit, language, side, colour, words and topic', () => {
    const read = readSettings(
      {
        unit: '25333',
        lang: 'en',
        position: 'left',
        color: '#aa0000',
        label: ' Hỏi phường ',
        open: '',
        topic: 'dang-ky-tam-tru',
      },
      src,
    );
    expect(read).toEqual({
      origin: 'https://hoso.example.invalid',
      page: 'https://hoso.example.invalid/?embedded=1&unit=25333&lang=en#hoi=dang-ky-tam-tru',
      lang: 'en',
      position: 'left',
      color: '#aa0000',
      label: 'Hỏi phường',
      open: true,
    });
  });

  it('fall back to the usual where they make no sense', () => {
    const read = readSettings(
      { unit: '../x', position: 'top', color: 'red;}body{display:none', topic: '"><script>', open: 'false' },
      src,
    );
    expect(read).toMatchObject({
      page: 'https://hoso.example.invalid/?embedded=1',
      position: 'right',
      color: '#0b5a50',
      open: false,
    });
  });
});
