import { expect, test } from 'vitest';
import { telAddress } from './phone.ts';

test('a number as people write it becomes an address that calls it', () => {
  expect(telAddress('0251.1022')).toBe('tel:02511022');
  expect(telAddress('(0271) 3 666 110')).toBe('tel:02713666110');
  expect(telAddress('+84 251 1022')).toBe('tel:+842511022');
});
