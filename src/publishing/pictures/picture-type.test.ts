import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pictureType } from './picture-type.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const SIGN = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const pictures = {
  png: [bytes(SIGN, [0, 0, 0, 13], 'IHDR', [0, 0, 1, 0x40], [0, 0, 0, 200]), 'image/png', 320, 200],
  jpeg: [
    bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc2, 0, 17, 8, 0, 200, 1, 0x40, 3]),
    'image/jpeg',
    320,
    200,
  ],
  'lossy webp': [
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 200, 0]),
    'image/webp',
    320,
    200,
  ],
  'lossless webp': [
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x31, 0]),
    'image/webp',
    320,
    200,
  ],
  'extended webp': [
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0x3f, 1, 0, 199, 0, 0]),
    'image/webp',
    320,
    200,
  ],
} as const;

describe('what a picture is', () => {
  it.each(Object.entries(pictures))('a %s says its type and size', (_, [sent, type, width, height]) => {
    expect(pictureType(sent)).toEqual({ type, width, height });
  });

  it.each(Object.entries(pictures))('a %s that breaks off is none, and nothing is thrown', (_, [sent]) => {
    for (let length = 0; length < sent.length - 4; length += 1)
      expect(pictureType(sent.subarray(0, length))).toBeNull();
  });

  it.each([
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['HTML', bytes('<!doctype html><script>alert(1)</script>')],
    ['GIF', bytes('GIF89a', [1, 0, 1, 0])],
    ['packed bytes', deflateSync('x')],
    ['a sound in RIFF', bytes('RIFF', [0, 0, 0, 0], 'WAVEfmt ')],
  ])('%s is none', (_, sent) => {
    expect(pictureType(sent)).toBeNull();
  });
});
