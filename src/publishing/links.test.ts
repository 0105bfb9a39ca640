import { expect, it } from 'vitest';
import { badLinks, linksIn } from './links.ts';

const known = linksIn([{ sources: { a: { url: 'http://baotintuc.vn/x' } } }]);
const wrong = (url: string, kind = 'official'): boolean =>
  badLinks({ sources: { s: { url, kind } } }, known).length > 0;

it.each([
  ['https://dichvucong.gov.vn/p/home', 'official', false],
  ['https://thuvien.edu.vn/x', 'law', false],
  ['https://baochinhphu.example.com/x', 'press', false],
  // Stands in the shipped knowledge already.
  ['http://baotintuc.vn/x', 'press', false],
  ['http://baotintuc.vn/another', 'press', true],
  ['http://dichvucong.gov.vn', 'official', true],
  ['https://dichvucong.gov.vn.evil.com', 'official', true],
  ['https://dichvucong-gov.vn', 'law', true],
  ['https://admin:x@dichvucong.gov.vn', 'official', true],
  ['http://admin:x@baotintuc.vn/y', 'press', true],
  ['https://dichvucong.gov.vn:8443/x', 'official', true],
  ['https://10.0.0.1/x', 'press', true],
  ['https://localhost/x', 'press', true],
  ['javascript:alert(1)', 'press', true],
  ['khong phai', 'press', true],
])('%s as %s: refused is %s', (url, kind, refused) => {
  expect(wrong(url, kind)).toBe(refused);
});

it('says where the link stands, also outside of sources', () => {
  expect(badLinks({ online: { url: 'ftp://x.gov.vn' } }, known)).toMatchObject([{ path: 'online.url' }]);
});
