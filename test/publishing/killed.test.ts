import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createDraftStore } from '#publishing/repository/drafts.ts';
import { createPublicationStore } from '#publishing/repository/publications.ts';
import { createReleaseStore } from '#publishing/repository/releases.ts';
import type { Publishing } from '#publishing/publishing.ts';
import type { Database } from '#store/database.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { caller, fakeAudit } from './fake-door.ts';
import { openRoom } from './room.ts';
import type { Rates } from '#publishing/ports.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const BASE = '/api/staff/base';
const path = `${BASE}/entries/notice/hop-dan`;
const value = { text: 'Thứ Bảy này có họp dân ở nhà văn hóa.', from: '2026-11-01', to: '2026-12-31' };

onEachEngine('a node that dies while it publishes', (make) => {
  let database: Database;
  let test: TestDatabase;
  let later = 0;
  beforeAll(async () => {
    ({ database, test } = await migrated(make));
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  it('leaves the old one live, and another node takes over after its lease', async () => {
    let reached = (): void => undefined;
    const inTheMiddle = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const clock = (): number => Date.now() + later;
    // Its evaluation never answers: as a process that is gone.
    const dying: Publishing = await openRoom(database, fakeAudit(), {
      clock,
      judge: () => {
        reached();
        return new Promise<Rates>(() => undefined);
      },
    });
    dying.start();
    const call = caller(dying.routes);
    const put = (await call('mai', `PUT ${path}/draft`, { value, rev: 0 })).json as { draft: { id: string } };
    await call('mai', `POST ${BASE}/drafts/${put.draft.id}/submit`, { rev: 1 });
    await call('nga', `POST ${BASE}/drafts/${put.draft.id}/approve`, { rev: 2 });
    await inTheMiddle;
    expect(await createReleaseStore(database).pointer()).toBeNull();
    expect(dying.live.now().number).toBe(0);

    const heir = await openRoom(database, fakeAudit(), { clock });
    heir.start();
    expect(heir.live.now().number).toBe(0);
    later = 3 * 60_000;
    await vi.waitFor(() => expect(heir.live.now().number).toBe(1), { timeout: 60_000, interval: 100 });
    expect(heir.live.now().release.notices.some(({ id }) => id === 'hop-dan')).toBe(true);
    await vi.waitFor(
      async () =>
        expect((await createPublicationStore(database).list(1))[0]).toMatchObject({
          status: 'published',
          release: 1,
        }),
      { timeout: 20_000 },
    );
    expect((await createDraftStore(database).find(put.draft.id))?.status).toBe('published');
    await heir.stop();
  });
});
