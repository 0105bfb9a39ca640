import { noInput, route } from '#http/route.ts';
import { ok } from '#http/answer.ts';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStaffRoom, type StaffRoom } from '#staff/room.ts';
import { scopeParams } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { grant, makeOfficer } from '../support/officers.ts';

onEachEngine('the door', (make) => {
  let database: Database;
  let test: TestDatabase;
  let room: StaffRoom;
  let now = 1_795_312_800_000;

  beforeAll(async () => {
    ({ database, test } = await migrated(make));
    room = createStaffRoom({
      database,
      sealKey: 'ab'.repeat(32),
      clock: () => now,
      settings: { idleMs: 3_600_000, sessionMs: 12 * 3_600_000, passwordLength: 12 },
    });
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  const ask = async (scope: string, headers: Readonly<Record<string, string>>, method = 'GET') => {
    const editing = route({
      method: 'GET',
      path: '/api/staff/:scope/toy',
      who: room.door.holding('edit'),
      in: { ...noInput, params: scopeParams },
      out: { 200: null },
      handler: ({ caller }) => ok({ id: caller.id }),
    });
    const incoming = {
      id: 'x',
      message: { headers, method } as unknown as IncomingMessage,
      address: '127.0.0.1',
      origin: headers['origin'] ?? null,
      baseUrl: 'http://localhost:3978',
    };
    const answer = await editing
      .run(incoming, { scope }, {}, () => Promise.resolve())
      .catch((error: { code: string }) => error.code);
    return typeof answer === 'string' ? answer : answer.status;
  };

  it('opens for the own unit alone, and for a province-wide grant everywhere', async () => {
    const ward = await makeOfficer(database, [grant('editor', '25326')], { now });
    const city = await makeOfficer(database, [grant('editor', 'base')], { now });
    expect(await ask('25326', ward.headers)).toBe(200);
    expect(await ask('25333', ward.headers)).toBe('FORBIDDEN');
    expect(await ask('base', ward.headers)).toBe('FORBIDDEN');
    expect(await ask('25333', city.headers)).toBe(200);
    expect(await ask('base', city.headers)).toBe(200);
    expect(await ask('nowhere', city.headers)).toBe('FORBIDDEN');
  });

  it('stays shut without a session, with another cookie, and for a role too small', async () => {
    const viewer = await makeOfficer(database, [grant('viewer')], { now });
    expect(await ask('25326', {})).toBe('UNAUTHORIZED');
    expect(await ask('25326', { cookie: 'staff=nonsense' })).toBe('UNAUTHORIZED');
    expect(await ask('25326', viewer.headers)).toBe('FORBIDDEN');
  });

  it('stays shut for what another site made a browser send', async () => {
    const { headers } = await makeOfficer(database, [grant('editor')], { now });
    const { cookie = '' } = headers;
    const plain = { cookie };
    expect(await ask('25326', { ...plain, 'sec-fetch-site': 'cross-site' }, 'POST')).toBe('CROSS_SITE');
    expect(await ask('25326', { ...plain, 'sec-fetch-site': 'same-site' }, 'POST')).toBe('CROSS_SITE');
    expect(await ask('25326', { ...plain, 'sec-fetch-site': 'none' }, 'POST')).toBe('CROSS_SITE');
    expect(await ask('25326', { ...plain, origin: 'https://elsewhere.example' }, 'POST')).toBe('CROSS_SITE');
    expect(await ask('25326', plain, 'POST')).toBe('CROSS_SITE');
    expect(await ask('25326', { ...plain, origin: 'http://localhost:3978' }, 'POST')).toBe(200);
    expect(await ask('25326', headers, 'POST')).toBe(200);
  });

  it('ends a session that nobody used for the idle time', async () => {
    const { headers } = await makeOfficer(database, [grant('editor')], { now });
    const began = now;
    now = began + 59 * 60_000;
    expect(await ask('25326', headers)).toBe(200);
    now = began + 110 * 60_000;
    expect(await ask('25326', headers)).toBe(200);
    now = began + 171 * 60_000;
    expect(await ask('25326', headers)).toBe('UNAUTHORIZED');
    now = began;
  });

  it('asks a role that publishes for a second factor first', async () => {
    const { officer, headers } = await makeOfficer(database, [grant('approver')], { now });
    await database.db
      .updateTable('staff_account')
      .set({ totp_sealed: null })
      .where('id', '=', officer.id)
      .execute();
    expect(await ask('25326', headers)).toBe('SECOND_FACTOR_NEEDED');
  });
});
