import { afterAll, beforeAll, expect, it } from 'vitest';
import { PERMISSIONS } from '#staff/officer.ts';
import { openSqlite, type Database } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { toyRoom } from './toy-room.ts';

let database: Database;
beforeAll(async () => {
  database = openSqlite(':memory:');
  await migrate(database);
});
afterAll(() => database.close());

it('every route is for one unit, asks for a permission, and refuses the officer of another', async () => {
  const room = toyRoom(database);
  expect(room.routes.length).toBeGreaterThan(9);
  for (const { method, path, who } of room.routes) {
    expect(path).toMatch(/^\/api\/staff\/:scope\/insight\//);
    expect(PERMISSIONS).toContain(who);
    const address = path
      .replace(':scope', '25333')
      .replace(':run', '01a20588-06ea-770a-9b11-a23f6e7e086c')
      .replace(':topic', 'dang-ky-khai-sinh');
    expect([path, (await room.call('lan', `${method} ${address}`)).status]).toEqual([path, 403]);
  }
});
