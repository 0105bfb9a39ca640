import { expect, it } from 'vitest';
import { deriveByPackage, hashPassword, isOutdated, matchNobody, passwordMatches } from './hash.ts';

it('a password matches its own hash, in either spelling of its letters, and no other', async () => {
  const hash = await hashPassword('mưa rơi trên mái tôn'.normalize('NFD'));
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await passwordMatches('mưa rơi trên mái tôn'.normalize('NFC'), hash)).toBe(true);
  expect(await passwordMatches('mưa rơi trên mái tôn.', hash)).toBe(false);
  expect(await hashPassword('mưa rơi trên mái tôn')).not.toBe(hash);
  expect(await matchNobody('mưa rơi trên mái tôn')).toBe(false);
});

it('what is no hash of ours matches nothing and is outdated', async () => {
  for (const text of [
    '',
    'none',
    '$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA',
    '$2b$10$abcdefghijklmnopqrstuv',
  ]) {
    expect(await passwordMatches('none', text)).toBe(false);
    expect(isOutdated(text)).toBe(true);
  }
  expect(isOutdated(await hashPassword('x'))).toBe(false);
});

it('the package gives the same tag as Node', async () => {
  const hash = await hashPassword('thuyền nan chở khách');
  const [, , , , salt = '', tag] = hash.split('$');
  const made = { memory: 19_456, passes: 2, lanes: 1, salt: Buffer.from(salt, 'base64') };
  const other = await deriveByPackage('thuyền nan chở khách'.normalize('NFC'), made, 32);
  expect(other.toString('base64').replace(/=+$/, '')).toBe(tag);
});
