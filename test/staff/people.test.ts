import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '#staff/officer.ts';
import type { Database } from '#store/database.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { grant, makeOfficer, type TestOfficer } from '../support/officers.ts';
import { firstAdministrator, PASSWORD, startStaff, tokenIn, type StaffServer } from './staff-server.ts';

onEachEngine('people', (make) => {
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

  const officer = (role: Role, scope: '25326' | '25333' | 'base' = '25326') =>
    makeOfficer(database, [grant(role, scope)], { now: server.now });
  const as = ({ headers }: TestOfficer, method: string, path: string, body?: unknown) =>
    server.browser().send(method, path, body, headers);
  const role = (by: TestOfficer, whom: TestOfficer, scope: string, to: Role | null) =>
    as(by, 'PUT', `/api/staff/${scope}/people/${whom.officer.id}/role`, { role: to });

  it('an invited officer chooses her password and gets the role she was invited for', async () => {
    const head = await officer('unit-administrator');
    const invited = await as(head, 'POST', '/api/staff/25326/people/invitations', {
      email: 'Thu.Ha@Binhlong.gov.vn',
      name: 'Nguyễn Thị Thu Hà',
      grants: [grant('editor')],
    });
    expect(invited.status).toBe(201);
    const token = tokenIn((invited.body as { url: string }).url);
    const browser = server.browser();
    expect((await browser.send('POST', '/api/auth/link', { token })).body).toMatchObject({
      kind: 'invite',
      email: 'thu.ha@binhlong.gov.vn',
    });
    const person = { token, email: 'somebody@else.vn', name: 'Nguyễn Thị Thu Hà', password: PASSWORD };
    expect((await browser.send('POST', '/api/auth/link/use', person)).body).toEqual({ stage: 'full' });
    expect((await browser.send('GET', '/api/auth/me')).body).toMatchObject({
      officer: { email: 'thu.ha@binhlong.gov.vn', grants: [{ role: 'editor', scope: '25326' }] },
    });
    const list = (await as(head, 'GET', '/api/staff/25326/people')).body as {
      people: unknown[];
      invitations: unknown[];
    };
    expect(list.people).toHaveLength(2);
    expect(list.invitations).toEqual([]);
  });

  it('nobody gives a role above her own, or in another unit', async () => {
    const head = await officer('unit-administrator');
    const someone = await officer('viewer');
    const elsewhere = await officer('viewer', '25333');
    const invite = (grants: unknown, scope = '25326') =>
      as(head, 'POST', `/api/staff/${scope}/people/invitations`, {
        email: 'x@example.vn',
        name: 'Ai Đó',
        grants,
      });
    expect((await invite([grant('province-administrator', 'base')])).code).toBe('Forbidden');
    expect((await invite([grant('editor', '25333')])).code).toBe('Forbidden');
    expect((await invite([grant('editor', '25333')], '25333')).code).toBe('Forbidden');
    expect((await invite([grant('province-administrator', '25326')])).code).toBe('BadSyntax');
    expect((await role(head, someone, '25326', 'province-administrator')).code).toBe('BadSyntax');
    expect((await role(head, elsewhere, '25333', 'editor')).code).toBe('Forbidden');
    expect((await role(head, elsewhere, '25326', 'editor')).code).toBe('NotFound');
    expect((await role(head, someone, '25326', 'unit-administrator')).status).toBe(204);
  });

  it('nobody takes over an account that holds more than she may give', async () => {
    const head = await officer('unit-administrator');
    const both = await makeOfficer(database, [grant('editor'), grant('viewer', '25333')], {
      now: server.now,
    });
    const province = await makeOfficer(database, [grant('viewer'), grant('province-administrator', 'base')], {
      now: server.now,
    });
    for (const {
      officer: { id },
    } of [both, province]) {
      const path = `/api/staff/25326/people/${id}`;
      expect((await as(head, 'POST', `${path}/password-link`, {})).code).toBe('GrantTooHigh');
      expect((await as(head, 'DELETE', `${path}/second-factor`, {})).code).toBe('GrantTooHigh');
      expect((await as(head, 'DELETE', `${path}/sessions`, {})).code).toBe('GrantTooHigh');
      expect((await as(head, 'PUT', `${path}/active`, { active: false })).code).toBe('GrantTooHigh');
    }
    expect((await role(head, both, '25326', null)).status).toBe(204);
    const city = await officer('province-administrator', 'base');
    expect(
      (await as(city, 'POST', `/api/staff/base/people/${both.officer.id}/password-link`, {})).status,
    ).toBe(201);
  });

  it('the province keeps an administrator, also when two take the last two away together', async () => {
    const [one, two] = [
      await officer('province-administrator', 'base'),
      await officer('province-administrator', 'base'),
    ];
    expect((await role(one, one, 'base', 'viewer')).status).toBe(204);
    expect((await role(two, two, 'base', null)).code).toBe('LastAdministrator');
    expect(
      (await as(two, 'PUT', `/api/staff/base/people/${two.officer.id}/active`, { active: false })).code,
    ).toBe('LastAdministrator');
    const three = await officer('province-administrator', 'base');
    const both = await Promise.all([role(two, three, 'base', null), role(three, two, 'base', null)]);
    // The second may also find that she is no administrator any more.
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('a role that was taken away or a disabled account shuts the door at once', async () => {
    const head = await officer('unit-administrator');
    const editor = await officer('editor');
    const viewer = await officer('viewer');
    expect((await role(head, editor, '25326', null)).status).toBe(204);
    expect((await as(editor, 'GET', '/api/staff/25326/people')).code).toBe('Forbidden');
    await as(head, 'PUT', `/api/staff/25326/people/${viewer.officer.id}/active`, { active: false });
    expect((await as(viewer, 'GET', '/api/auth/sessions')).status).toBe(401);
  });

  it('a lost password is a link, a lost phone a second factor set up anew', async () => {
    const { browser } = await firstAdministrator(server);
    const editor = await officer('approver');
    const path = `/api/staff/25326/people/${editor.officer.id}`;
    const link = (await browser.send('POST', `${path}/password-link`, {})).body as { url: string };
    await browser.send('DELETE', `${path}/second-factor`, {});
    expect((await as(editor, 'GET', '/api/auth/sessions')).status).toBe(401);
    const hers = server.browser();
    const person = { token: tokenIn(link.url), email: '', name: 'Không Dùng', password: PASSWORD };
    expect((await hers.send('POST', '/api/auth/link/use', person)).body).toEqual({ stage: 'enrol' });
    expect((await hers.send('GET', '/api/auth/sessions')).code).toBe('SecondFactorNeeded');
    expect((await hers.send('GET', '/api/auth/me')).body).toMatchObject({
      officer: { name: editor.officer.name },
    });
  });

  it('everything done to people stands in the log of their unit', async () => {
    const head = await officer('unit-administrator');
    const viewer = await officer('viewer');
    await role(head, viewer, '25326', 'editor');
    const { body } = await as(head, 'GET', '/api/staff/25326/audit?action=people');
    expect(body).toMatchObject({
      more: false,
      lines: [
        {
          action: 'people.role',
          officer: head.officer.id,
          officerName: head.officer.name,
          subjectName: viewer.officer.name,
          detail: 'viewer → editor',
        },
      ],
    });
    expect((await as(await officer('approver'), 'GET', '/api/staff/25326/audit')).code).toBe('Forbidden');
    const other = await officer('unit-administrator', '25333');
    expect((await as(other, 'GET', '/api/staff/25333/audit')).body).toEqual({ lines: [], more: false });
  });
});
