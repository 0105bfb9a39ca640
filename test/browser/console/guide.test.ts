import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { guide } from '../../../src/web/console/words/guide.vi.ts';
import { guideText } from './support/guide-file.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const words = join(root, 'src/web/console/words');

it('stands in docs/guides/can-bo.md as it stands in the console', () => {
  expect(readFileSync(join(root, 'docs/guides/can-bo.md'), 'utf8')).toBe(guideText());
});

it('has small pictures that exist', () => {
  const sizes = guide.flatMap(({ picture }) =>
    picture === undefined
      ? []
      : [statSync(join(root, 'src/web/console/pages/help/pictures', `${picture.name}.webp`)).size],
  );
  expect(sizes.length).toBeGreaterThan(2);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(60 * 1024);
});

it('names only what stands on a page', () => {
  const said = readdirSync(words)
    .filter((name) => name !== 'guide.vi.ts')
    .map((name) => readFileSync(join(words, name), 'utf8'))
    .join('\n');
  // "Thêm câu hỏi", "Thêm thông báo" are put together from two words.
  const built = [/^Thêm (giấy tờ|câu hỏi|thông báo)$/];
  const named = guide.flatMap(({ steps, notes = [] }) =>
    [...steps, ...notes].flatMap((text) => [...text.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name)),
  );
  const unknown = [...new Set(named)].filter(
    (name) =>
      !guide.some(({ title }) => title === name) &&
      !built.some((pattern) => pattern.test(name)) &&
      !new RegExp(`['\`]${name.replaceAll(/[.*+?^$()[\]\\|]/g, '\\$&')}[:.?…]?(?: [^'\`]*)?['\`]`).test(said),
  );
  expect(unknown).toEqual([]);
});
