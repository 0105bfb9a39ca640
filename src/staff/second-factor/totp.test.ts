import { expect, it } from 'vitest';
import { Secret } from 'otpauth';
import { codeAt, newSecret, stepAt, stepOf, uriOf } from './totp.ts';

/** RFC 6238, appendix B: the SHA-1 rows, whose last six figures are ours. */
const secret = Secret.fromUTF8('12345678901234567890').base32;

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i s the code is %s, as the standard has it', (seconds, code) => {
  expect(codeAt(secret, stepAt(seconds * 1000))).toBe(code);
});

it('makes secrets of 160 bits that apps can read', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
});

it('takes a code half a minute early or late, and none further off', () => {
  const now = 1_795_312_800_000;
  const step = stepAt(now);
  for (const drift of [-1, 0, 1])
    expect(stepOf(secret, codeAt(secret, step + drift), now)).toBe(step + drift);
  expect(stepOf(secret, codeAt(secret, step - 2), now)).toBeNull();
  expect(stepOf(secret, codeAt(secret, step + 2), now)).toBeNull();
  expect(stepOf(secret, '12345', now)).toBeNull();
});

it('makes an address that apps read', () => {
  const uri = new URL(uriOf(secret, 'a b@example.vn', 'Trợ lý'));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('secret')).toBe(secret);
  expect(uri.searchParams.get('issuer')).toBe('Trợ lý');
  expect(decodeURIComponent(uri.pathname)).toContain('Trợ lý:a b@example.vn');
});
