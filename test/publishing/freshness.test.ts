import { afterAll, beforeAll, expect, it } from 'vitest';
import { pino } from 'pino';
import { readOfficialHosts, type Allowed } from '#publishing/freshness/hosts.ts';
import type { Looked } from '#publishing/freshness/look.ts';
import { lookAtLinks } from '#publishing/freshness/link-job.ts';
import { createFreshnessStore } from '#publishing/freshness/repository.ts';
import { createFreshnessRoom } from '#publishing/freshness/room.ts';
import type { WorkItem } from '#publishing/freshness/contract.ts';
import type { Publishing } from '#publishing/publishing.ts';
import type { Database } from '#store/database.ts';
import { dataDir } from '../knowledge/cases.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { caller, fakeAudit, fakeDoor } from './fake-door.ts';
import { openRoom } from './room.ts';

/** Half of the shipped knowledge is past its review date then. */
const LATE = Date.parse('2027-06-01T02:00:00Z');
const DAY = 86_400_000;

interface List {
  readonly total: number;
  readonly items: readonly WorkItem[];
  readonly counts: Readonly<Record<string, number>>;
  readonly links: { readonly known: number };
}

onEachEngine('what is to be looked at again', (make) => {
  let database: Database;
  let test: TestDatabase;
  let publishing: Publishing;
  let call: ReturnType<typeof caller>;
  let now = LATE;
  let seen: Looked = { state: 'ok', detail: '200' };
  const audit = fakeAudit();
  let allowed: Allowed;

  beforeAll(async () => {
    allowed = await readOfficialHosts(dataDir);
    ({ database, test } = await migrated(make));
    publishing = await openRoom(database, audit, { clock: () => now });
    const room = createFreshnessRoom({
      database,
      door: fakeDoor,
      audit,
      drafts: publishing.drafts,
      submit: publishing.submit,
      content: () => publishing.live.now().compiled,
      allowed: () => Promise.resolve(allowed),
      rounds: false,
      clock: () => now,
      log: pino({ level: 'silent' }),
      look: () => Promise.resolve(seen),
    });
    call = caller([...publishing.routes, ...publishing.prepared(room.routes)]);
  });
  afterAll(async () => {
    await publishing.stop();
    await database.close();
    await test.drop();
  });

  const list = async (query = '', scope = 'base'): Promise<List> =>
    (await call('mai', `GET /api/staff/${scope}/freshness${query}`)).json as List;
  const round = () =>
    lookAtLinks({
      store: createFreshnessStore(database),
      content: () => publishing.live.now().compiled,
      allowed,
      look: () => Promise.resolve(seen),
      clock: () => now,
      pauseMs: 0,
    });

  it('lists what is past its date, by reason, in pages', async () => {
    const all = await list();
    expect(all.counts['overdue']).toBeGreaterThan(50);
    expect(all.items).toHaveLength(50);
    const overdue = await list('?reason=overdue&limit=200');
    expect(overdue.total).toBe(all.counts['overdue']);
    expect(overdue.items.every(({ review }) => (review ?? '') < '2027-06-01')).toBe(true);
    const next = await list('?reason=overdue&offset=1&limit=1');
    expect(next.items[0]?.key).toEqual(overdue.items[1]?.key);
  });

  it('an officer takes an entry, and others see who', async () => {
    const [item] = (await list('?reason=overdue')).items;
    const taken = await call('mai', 'PUT /api/staff/base/freshness/taken', { key: item?.key, mine: true });
    expect(taken.status).toBe(204);
    const seenByOther = (await call('nga', 'GET /api/staff/base/freshness?reason=overdue')).json as List;
    expect(seenByOther.items[0]?.taken).toMatchObject({ by: 'mai', name: 'Mai' });
    expect((await list('?mine=yes')).total).toBe(1);
    await call('mai', 'PUT /api/staff/base/freshness/taken', { key: item?.key, mine: false });
    expect((await list('?mine=yes')).total).toBe(0);
  });

  it('"vẫn đúng" moves the dates in a draft that a second person approves, and says who and when', async () => {
    const items = (await list('?reason=overdue')).items;
    const item = items.find(({ confirmable, key }) => confirmable && key.kind === 'procedure');
    const source = { id: item?.sources[0]?.id };
    const body = { key: item?.key, source, review: '2027-12-01' };
    const done = await call('mai', 'POST /api/staff/base/freshness/confirmations', body);
    expect(done.json).toMatchObject({
      draft: { status: 'in-review', author: 'mai', value: { asOf: '2027-06-01', review: '2027-12-01' } },
    });
    expect(audit.lines.at(-1)).toMatchObject({ action: 'freshness.confirm', officer: 'mai' });
    const after = await list(`?q=${encodeURIComponent(item?.title ?? '')}&limit=200`);
    expect(after.items.find(({ key }) => key.id === item?.key.id)?.confirmed).toMatchObject({ name: 'Mai' });
    // Twice would hand in the same again.
    expect((await call('mai', 'POST /api/staff/base/freshness/confirmations', body)).status).toBe(409);
  });

  it('refuses a date that is not ahead, a source that is not there, and another scope', async () => {
    const item = (await list('?reason=overdue')).items.find(
      ({ confirmable, confirmed }) => confirmable && confirmed === null,
    );
    const post = (who: 'mai' | 'lan', scope: string, over: object) =>
      call(who, `POST /api/staff/${scope}/freshness/confirmations`, {
        key: item?.key,
        source: { id: item?.sources[0]?.id },
        review: '2027-12-01',
        ...over,
      });
    expect((await post('mai', 'base', { review: '2027-06-01' })).status).toBe(400);
    expect((await post('mai', 'base', { source: { id: 'khong-co' } })).status).toBe(400);
    expect((await post('lan', '25326', {})).status).toBe(403);
    expect((await post('lan', 'base', {})).status).toBe(403);
  });

  it('shows a ward what only it can tell', async () => {
    const ward = await list('', '25326');
    const shared = ward.items.filter(({ key }) => key.scope === 'base');
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).toEqual(
      shared.map(() => 'unknown-fee'),
    );
    expect(shared.every(({ confirmable }) => !confirmable)).toBe(true);
  });

  it('looks at official links round by round, and lists those that stay dead', async () => {
    expect(await round()).toBe(20);
    expect(await round()).toBe(20);
    expect((await list()).links.known).toBe(40);
    const store = createFreshnessStore(database);
    expect((await store.links()).every(({ url }) => allowed(new URL(url).hostname))).toBe(true);
    seen = { state: 'gone', detail: '404' };
    now += 8 * DAY;
    // Two looks at each, on two days.
    for (let n = 0; n < 60 && (await round()) > 0; n += 1);
    expect((await list()).counts['dead-link']).toBe(0);
    now += 2 * DAY;
    await round();
    const dead = await list('?reason=dead-link');
    expect(dead.total).toBeGreaterThan(0);
    const [url] = dead.items[0]?.links ?? [];
    expect(url).toMatchObject({ state: 'gone', detail: '404' });
    seen = { state: 'ok', detail: '200' };
    const looked = await call('mai', 'POST /api/staff/base/freshness/looks', { url: url?.url });
    expect(looked.json).toEqual(seen);
    const inside = await call('mai', 'POST /api/staff/base/freshness/looks', {
      url: 'http://169.254.169.254/',
    });
    expect(inside.status).toBe(404);
    expect((await list('?reason=dead-link')).total).toBeLessThan(dead.total);
  });
});
