import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '#store/database.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import {
  codeNow,
  enrol,
  firstAdministrator,
  PASSWORD,
  startStaff,
  tokenIn,
  type StaffServer,
} from './staff-server.ts';

onEachEngine('signing in', (make) => {
  let database: Database;
  let test: TestDatabase;
  let server: StaffServer;

  beforeEach(async () => {
    ({ database, test } = await migrated(make));
    server = await startStaff(database);
  });
  afterEach(async () => {
    await server.stop();
    await database.close();
    await test.drop();
  });

  const email = 'truong.phong@example.vn';
  const signIn = (browser = server.browser(), password = PASSWORD, who = email) =>
    browser.send('POST', '/api/auth/sign-in', { email: who, password });

  it('makes the first administrator by a link that works once, and prints none afterwards', async () => {
    const link = await server.room.firstLink('https://hoso.example.vn');
    expect(link?.url).toMatch(/^https:\/\/hoso\.example\.vn\/quan-tri\/bat-dau\?ma=[\w-]{43}$/);
    const token = tokenIn(link?.url ?? '');
    const person = { token, email, name: 'Lê Thị Trưởng', password: PASSWORD };
    const browser = server.browser();
    expect((await browser.send('POST', '/api/auth/link', { token })).body).toMatchObject({ kind: 'first' });
    const made = await browser.send('POST', '/api/auth/link/use', person);
    expect(made).toMatchObject({ status: 200, body: { stage: 'enrol' } });
    expect((await server.browser().send('POST', '/api/auth/link/use', person)).code).toBe('LinkInvalid');
    expect((await server.browser().send('POST', '/api/auth/link', { token })).code).toBe('LinkInvalid');
    expect(await server.room.firstLink(server.url)).toBeNull();
  });

  it('gives two nodes two links, of which one makes an administrator', async () => {
    const links = [await server.room.firstLink(server.url), await server.room.firstLink(server.url)];
    const used = [];
    for (const [n, link] of links.entries()) {
      const person = { email: `a${String(n)}@example.vn`, name: 'Ai Đó', password: PASSWORD };
      const token = tokenIn(link?.url ?? '');
      used.push((await server.browser().send('POST', '/api/auth/link/use', { token, ...person })).status);
    }
    expect(used).toEqual([200, 410]);
  });

  it('lets a link end by itself', async () => {
    const token = tokenIn((await server.room.firstLink(server.url))?.url ?? '');
    server.now += 24 * 3_600_000;
    const reply = await server.browser().send('POST', '/api/auth/link', { token });
    expect(reply).toMatchObject({ status: 410, code: 'LinkInvalid' });
  });

  it('keeps the link when the password is refused, and says why', async () => {
    const token = tokenIn((await server.room.firstLink(server.url))?.url ?? '');
    const person = { token, email, name: 'Lê Thị Trưởng' };
    const weak = await server
      .browser()
      .send('POST', '/api/auth/link/use', { ...person, password: 'MatKhau@12345' });
    expect(weak).toMatchObject({ status: 400, code: 'PasswordWeak' });
    expect(JSON.stringify(weak.body)).toContain('common');
    const strong = await server
      .browser()
      .send('POST', '/api/auth/link/use', { ...person, password: PASSWORD });
    expect(strong.status).toBe(200);
  });

  it('wants password and code, a code once, and a recovery code once', async () => {
    const { secret, codes } = await firstAdministrator(server);
    expect(codes).toHaveLength(10);
    server.now += 60_000;
    const browser = server.browser();
    expect((await signIn(browser)).body).toEqual({ stage: 'second' });
    expect((await browser.send('GET', '/api/auth/me')).body).toMatchObject({
      stage: 'second',
      officer: null,
    });
    expect((await browser.send('GET', '/api/auth/sessions')).status).toBe(401);
    expect((await browser.send('GET', '/api/staff/base/people')).status).toBe(401);
    const begin = await browser.send('POST', '/api/auth/second-factor/begin', { password: PASSWORD });
    expect(begin.code).toBe('Forbidden');
    const code = codeNow(secret, server.now);
    const half = browser.cookie;
    expect((await browser.send('POST', '/api/auth/second-factor', { code })).body).toEqual({ stage: 'full' });
    expect(browser.cookie).not.toBe(half);
    expect((await browser.send('GET', '/api/auth/me')).body).toMatchObject({
      stage: 'full',
      officer: { email, name: 'Lê Thị Trưởng', grants: [{ role: 'province-administrator', scope: 'base' }] },
      recoveryCodesLeft: 10,
    });
    const second = server.browser();
    await signIn(second);
    expect((await second.send('POST', '/api/auth/second-factor', { code })).code).toBe('CodeRefused');
    const recovery = { code: (codes[3] ?? '').toUpperCase().replace('-', ' ') };
    expect((await second.send('POST', '/api/auth/second-factor', recovery)).status).toBe(200);
    const third = server.browser();
    await signIn(third);
    expect((await third.send('POST', '/api/auth/second-factor', recovery)).code).toBe('CodeRefused');
  });

  it('answers an unknown address, a wrong password and a locked account alike, and locks all of them', async () => {
    await firstAdministrator(server);
    const said: string[][] = [];
    for (const who of [email, 'khong.co.ai@example.vn']) {
      const browser = server.browser();
      const codes = [];
      for (let n = 0; n < 6; n += 1)
        codes.push(String((await signIn(browser, 'sai mat khau roi do', who)).code));
      said.push(codes);
    }
    expect(said[0]).toEqual([...Array.from({ length: 5 }, () => 'SignInRefused'), 'LockedOut']);
    expect(said[1]).toEqual(said[0]);
    const right = await signIn();
    expect(right).toMatchObject({ status: 429, code: 'LockedOut' });
    expect(Number(right.headers.get('retry-after'))).toBe(30);
    server.now += 31_000;
    expect((await signIn(server.browser(), 'sai mat khau roi do')).code).toBe('SignInRefused');
    expect(Number((await signIn()).headers.get('retry-after'))).toBe(60);
    server.now += 61_000;
    expect((await signIn()).status).toBe(200);
  });

  it('of many guesses sent at once from many places only the free ones are looked at', async () => {
    await firstAdministrator(server);
    const guesses = await Promise.all(
      Array.from({ length: 40 }, () => signIn(server.browser(), 'sai mat khau roi do')),
    );
    expect(guesses.filter(({ code }) => code === 'SignInRefused')).toHaveLength(5);
    expect(guesses.filter(({ code }) => code === 'LockedOut')).toHaveLength(35);
  });

  it('locks out an address that tries many accounts, and not its neighbour', async () => {
    await firstAdministrator(server);
    const guesser = server.browser();
    const neighbour = server.browser();
    for (let n = 0; n < 30; n += 1) {
      // The limit by minute is another matter.
      if (n % 10 === 0) server.now += 61_000;
      await signIn(guesser, 'sai mat khau roi do', `ai-do-${String(n)}@example.vn`);
    }
    expect((await signIn(guesser)).status).toBe(429);
    expect((await signIn(neighbour)).status).toBe(200);
  });

  it('locks the second factor after wrong codes', async () => {
    await firstAdministrator(server);
    server.now += 60_000;
    const browser = server.browser();
    await signIn(browser);
    const codes = [];
    for (let n = 0; n < 6; n += 1) {
      codes.push((await browser.send('POST', '/api/auth/second-factor', { code: '000000' })).code);
    }
    expect(codes.at(-2)).toBe('CodeRefused');
    expect(codes.at(-1)).toBe('LockedOut');
  });

  it('ends sessions after idle and absolute time, one by one, and all', async () => {
    const { browser, codes } = await firstAdministrator(server);
    const other = server.browser();
    await signIn(other);
    await other.send('POST', '/api/auth/second-factor', { code: codes[0] });
    const list = (await browser.send('GET', '/api/auth/sessions')).body as {
      sessions: { id: string; current: boolean }[];
    };
    expect(list.sessions).toHaveLength(2);
    const another = list.sessions.find(({ current }) => !current);
    await browser.send('DELETE', `/api/auth/sessions/${another?.id ?? ''}`, {});
    expect((await other.send('GET', '/api/auth/sessions')).status).toBe(401);
    for (let hour = 0; hour < 11; hour += 1) {
      server.now += 3_500_000;
      expect((await browser.send('GET', '/api/auth/sessions')).status).toBe(200);
    }
    server.now += 3_500_000;
    await browser.send('GET', '/api/auth/me');
    server.now += 3_500_000;
    expect((await browser.send('GET', '/api/auth/sessions')).status).toBe(401);
    await signIn(browser);
    await browser.send('POST', '/api/auth/second-factor', { code: codes[1] });
    expect((await browser.send('DELETE', '/api/auth/sessions', {})).status).toBe(204);
    expect((await browser.send('GET', '/api/auth/me')).body).toMatchObject({ stage: 'none' });
  });

  it('ends a session that waits for its second factor', async () => {
    await firstAdministrator(server);
    const browser = server.browser();
    await signIn(browser);
    server.now += 11 * 60_000;
    expect((await browser.send('GET', '/api/auth/me')).body).toMatchObject({ stage: 'none' });
  });

  it('changes a password only with the old one, and ends other sessions', async () => {
    const { browser, codes } = await firstAdministrator(server);
    const other = server.browser();
    await signIn(other);
    await other.send('POST', '/api/auth/second-factor', { code: codes[0] });
    const changed = { old: PASSWORD, new: 'mot bai ca dao rat dai' };
    const wrong = { ...changed, old: 'khong phai mat khau' };
    expect((await browser.send('PUT', '/api/auth/password', wrong)).code).toBe('SignInRefused');
    expect((await browser.send('PUT', '/api/auth/password', { ...changed, new: 'ngan' })).code).toBe(
      'PasswordWeak',
    );
    expect((await browser.send('PUT', '/api/auth/password', changed)).status).toBe(204);
    expect((await other.send('GET', '/api/auth/sessions')).status).toBe(401);
    expect((await browser.send('GET', '/api/auth/sessions')).status).toBe(200);
    expect((await signIn()).code).toBe('SignInRefused');
    expect((await signIn(server.browser(), changed.new)).status).toBe(200);
  });

  it('gives cookies that scripts and other sites do not get, over https under a name of this host alone', async () => {
    const link = await server.room.firstLink(server.url);
    const person = { token: tokenIn(link?.url ?? ''), email, name: 'Lê Thị Trưởng', password: PASSWORD };
    const browser = server.browser();
    const plain = await browser.send('POST', '/api/auth/link/use', person);
    expect(plain.headers.get('set-cookie')).toMatch(/^staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const tls = { 'x-forwarded-proto': 'https' };
    const body = { email, password: PASSWORD };
    const safe = await server.browser().send('POST', '/api/auth/sign-in', body, tls);
    expect(safe.headers.get('set-cookie')).toMatch(
      /^__Host-staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
  });

  it('keeps nothing in the database that opens a door', async () => {
    const { browser, secret, codes } = await firstAdministrator(server);
    await server.room.firstLink(server.url);
    const tables = [
      'staff_account',
      'staff_session',
      'staff_recovery',
      'staff_link',
      'staff_try',
      'audit',
    ] as const;
    const rows = await Promise.all(
      tables.map((table) => database.db.selectFrom(table).selectAll().execute()),
    );
    const text = JSON.stringify(rows);
    expect(text).toContain('argon2id');
    const [, token = '?'] = browser.cookie.split('=');
    for (const thing of [PASSWORD, secret, token, ...codes]) expect(text).not.toContain(thing);
  });

  it('refuses sign-ins sent by other sites', async () => {
    await firstAdministrator(server);
    const reply = await server
      .browser()
      .send('POST', '/api/auth/sign-in', { email, password: PASSWORD }, { 'sec-fetch-site': 'cross-site' });
    expect(reply).toMatchObject({ status: 403, code: 'CrossSite' });
    expect(reply.headers.get('set-cookie')).toBeNull();
  });

  it('refuses to go without the second factor where the role needs it', async () => {
    const { browser } = await firstAdministrator(server);
    const reply = await browser.send('POST', '/api/auth/second-factor/off', { password: PASSWORD });
    expect(reply.code).toBe('SecondFactorNeeded');
    expect(await enrol(server, browser)).toMatchObject({ codes: expect.anything() as unknown });
  });
});
