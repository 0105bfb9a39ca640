import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '#http/route.ts';
import { ROLES, type Role } from '#staff/officer.ts';
import { migrated, onEachEngine } from '../support/engines.ts';
import { grant, makeOfficer } from '../support/officers.ts';
import { openStaffHouse, type StaffHouse } from './staff-house.ts';

/** By hand, and on purpose not from the code: what each role may. */
const MAY: Readonly<Record<Role, readonly string[]>> = {
  viewer: ['view'],
  answerer: ['view', 'answer'],
  editor: ['view', 'answer', 'edit'],
  approver: ['view', 'answer', 'edit', 'approve'],
  'unit-administrator': ['view', 'answer', 'edit', 'approve', 'administer'],
  'province-administrator': ['view', 'answer', 'edit', 'approve', 'administer'],
};

const OWN = '25326';
const FOREIGN = '25333';

/** Whose wire codes are the door's own. */
const SHUT = new Set(['Unauthorized', 'Forbidden', 'CrossSite', 'SecondFactorNeeded']);

onEachEngine('rights', (make) => {
  let house: StaffHouse;
  let staff: readonly Route[];

  beforeAll(async () => {
    const { database, test } = await migrated(make);
    house = await openStaffHouse(database, test);
    staff = house.routes.filter(({ path }) => path.startsWith('/api/staff'));
  });
  afterAll(() => house.stop());

  it('there are staff routes, each in a scope, and each behind a permission', () => {
    expect(staff.length).toBeGreaterThan(50);
    for (const room of ['people', 'audit', 'entries', 'drafts', 'releases', 'freshness', 'insight']) {
      expect(staff.filter(({ path }) => path.startsWith(`/api/staff/:scope/${room}`))).not.toEqual([]);
    }
    const open = staff.filter(
      ({ path, who }) => !path.startsWith('/api/staff/:scope/') || !/^staff: \w+$/.test(who),
    );
    expect(open.map(({ method, path, who }) => `${method} ${path}: ${who}`)).toEqual([]);
  });

  it('nothing else is open that changes something, but what residents, channels and sign-in need', () => {
    const known = [
      '/v3/directline/',
      '/api/portal/',
      '/api/messages',
      '/api/channels/',
      '/api/auth/',
      '/api/staff/',
      '/webhooks/',
    ];
    const others = house.routes.filter(
      ({ method, path }) => method !== 'GET' && !known.some((start) => path.startsWith(start)),
    );
    expect(others.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  const pathOf = ({ path }: Route, scope: string): string =>
    path.replace(':scope', scope).replace(/:\w+/g, 'nobody-has-this');

  /** What stands behind the door is never run: a body that is no JSON ends a changing request right after it. */
  async function knock(route: Route, scope: string, headers: Readonly<Record<string, string>>) {
    const changing = route.method !== 'GET';
    const response = await fetch(house.url + pathOf(route, scope), {
      method: route.method,
      headers: changing ? { ...headers, 'content-type': 'application/json' } : headers,
      ...(changing ? { body: '{' } : {}),
    });
    const text = await response.text();
    const code = /^\{"error":\{"code":"(\w+)"/.exec(text)?.[1] ?? '';
    return { status: response.status, open: !SHUT.has(code) };
  }

  describe.each(ROLES)('%s', (role) => {
    it.each([OWN, 'base'] as const)(
      'of %s gets what the table says, in each unit, and nothing else',
      async (home) => {
        const { headers } = await makeOfficer(house.database, [grant(role, home)]);
        const wrong: string[] = [];
        for (const route of staff) {
          const permission = route.who.replace('staff: ', '');
          for (const scope of [OWN, FOREIGN, 'base', 'nowhere']) {
            const inside = home === 'base' ? scope !== 'nowhere' : scope === home;
            const expected = inside && MAY[role].includes(permission);
            const { open, status } = await knock(route, scope, headers);
            if (open !== expected) {
              wrong.push(
                `${route.method} ${pathOf(route, scope)}: ${open ? 'open' : 'shut'} (${String(status)})`,
              );
            }
          }
        }
        expect(wrong).toEqual([]);
      },
    );
  });

  it('nobody without a session, and nobody with a session sent by another site, gets anything', async () => {
    const { headers } = await makeOfficer(house.database, [grant('province-administrator', 'base')]);
    const foreign = { ...headers, 'sec-fetch-site': 'cross-site' };
    for (const route of staff) {
      for (const sent of [{ 'sec-fetch-site': 'same-origin' }, foreign]) {
        expect({ path: route.path, ...(await knock(route, OWN, sent)) }).toMatchObject({
          path: route.path,
          open: false,
        });
      }
    }
  });
});
