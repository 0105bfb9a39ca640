import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressKey, baseUrl, clientAddress, isAddressable, isLoopback } from './client.ts';

const message = (
  remoteAddress: string,
  headers: Record<string, string> = {},
  httpVersion = '1.1',
): IncomingMessage => ({ headers, httpVersion, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('the client address', () => {
  it('is the socket’s, whatever the client claims, unless a proxy is trusted', () => {
    const claimed = message('::ffff:10.0.0.9', { 'x-forwarded-for': '1.2.3.4, 5.6.7.8' });
    expect(clientAddress(claimed, false)).toBe('10.0.0.9');
    expect(clientAddress(claimed, true)).toBe('5.6.7.8');
    expect(clientAddress(message('10.0.0.9'), true)).toBe('10.0.0.9');
  });

  it('counts an IPv6 household as one', () => {
    expect(addressKey('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2');
    expect(addressKey('2001:0db8:0001:2::9')).toBe('2001:db8:1:2');
    expect(addressKey('2001:db8::1')).toBe('2001:db8:0:0');
    expect(addressKey('203.0.113.7')).toBe('203.0.113.7');
  });
});

describe('this machine', () => {
  it('is not who comes through a proxy on it', () => {
    expect(isLoopback(message('127.0.0.1'))).toBe(true);
    expect(isLoopback(message('::1'))).toBe(true);
    expect(isLoopback(message('127.0.0.1', { 'x-forwarded-for': '8.8.8.8' }))).toBe(false);
    for (const name of ['x-real-ip', 'via', 'forwarded', 'x-forwarded-proto', 'cf-connecting-ip']) {
      expect([name, isLoopback(message('127.0.0.1', { [name]: 'x' }))]).toEqual([name, false]);
    }
    expect(isLoopback(message('192.0.2.1'))).toBe(false);
    expect(isLoopback(message('127.0.0.1', { host: 'hoso.example.vn' }))).toBe(false);
    expect(isLoopback(message('127.0.0.1', { host: '127.evil.vn' }))).toBe(false);
    expect(isLoopback(message('127.0.0.1', { host: 'localhost:3978' }))).toBe(true);
    const bareNginx = message('127.0.0.1', { host: '127.0.0.1:3978' }, '1.0');
    expect(isLoopback(bareNginx)).toBe(false);
  });
});

describe('our own address', () => {
  it('is the configured one, else what the request says, else what a trusted proxy says', () => {
    const asked = message('1.1.1.1', {
      host: 'a:1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'b.vn',
    });
    expect(baseUrl(asked, 'https://c.vn', true)).toBe('https://c.vn');
    expect(baseUrl(asked, null, false)).toBe('http://a:1');
    expect(baseUrl(asked, null, true)).toBe('https://b.vn');
  });
});

it('never takes into headers what is no host', () => {
  for (const host of ['x; script-src *', 'a b', 'a/b', 'x:99999', 'đồng', '[::1', 'a@b', '']) {
    expect(baseUrl(message('1.1.1.1', { host }), null, false)).toBe('http://localhost');
    expect(baseUrl(message('1.1.1.1', { 'x-forwarded-host': host, host }), null, true)).toBe(
      'http://localhost',
    );
  }
  expect(baseUrl(message('1.1.1.1', { host: '[::1]:80' }), null, false)).toBe('http://[::1]:80');
});

it('knows requests that make no address', () => {
  const asked = (url: string, host?: string): boolean =>
    isAddressable({ url, headers: { host } } as unknown as IncomingMessage);
  for (const url of ['/', '//', '/%', '/%E0%A4%A', '//evil/x', '/?t=%', '*', 'http://x/y']) {
    expect([url, asked(url, 'localhost:80')]).toEqual([url, true]);
  }
  expect(asked('/')).toBe(true);
  expect(asked('/', 'x; y')).toBe(false);
  expect(asked('http://[', 'localhost')).toBe(false);
});
