import { expect, it } from 'vitest';
import { kept } from './kept.ts';

it('reads a text once, one of too many anew, and keeps of long ones the last', () => {
  let count = 0;
  const read = kept((text) => `${text}${String((count += 1))}`, 2, 3);
  expect([read('a'), read('a')]).toEqual(['a1', 'a1']);
  expect([read('long'), read('long'), read('more'), read('long')]).toEqual([
    'long2',
    'long2',
    'more3',
    'long4',
  ]);
  expect(read('a')).toBe('a1');
  read('b');
  read('c');
  expect(read('a')).toBe('a7');
});
