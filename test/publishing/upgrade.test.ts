import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { procedureFor } from '#knowledge/release.ts';
import { nearBench } from '#publishing/near-bench.ts';
import { createPublishing, openReleases, type Publishing } from '#publishing/publishing.ts';
import { openWorkbench } from '#publishing/workbench.ts';
import type { Database } from '#store/database.ts';
import { build } from '../../src/build/build.ts';
import { preview } from '../../src/build/preview.ts';
import { readWords } from '../../src/build/read-words.ts';
import { dataDir } from '../knowledge/cases.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { caller, fakeAudit, fakeDoor } from './fake-door.ts';
import { fine } from './room.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const BASE = '/api/staff/base';
const { model } = await build({ pages: false, console: false, say: () => undefined });

/** The product with a data folder of its own; its matcher is the shipped one, for nothing here teaches it. */
async function started(database: Database, folder: string): Promise<Publishing> {
  const workbench = openWorkbench(folder);
  const compiled = workbench.compile([]);
  if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults.slice(0, 3)));
  const releases = await openReleases({
    database,
    bench: nearBench(workbench, { words: readWords(dataDir), train: () => Promise.resolve(model) }),
    clock: Date.now,
    log: pino({ level: process.env['TOY_LOG'] ?? 'silent' }),
    shipped: { compiled: compiled.release, model },
    everyMs: 100,
  });
  const judge = (): Promise<typeof fine> => Promise.resolve(fine);
  return createPublishing({ ...releases, door: fakeDoor, audit: fakeAudit(), judge, preview });
}

onEachEngine('an upgrade under edits', (make) => {
  let database: Database;
  let test: TestDatabase;
  let home: string;
  beforeAll(async () => {
    ({ database, test } = await migrated(make));
    home = mkdtempSync(join(tmpdir(), 'upgrade-'));
    cpSync(dataDir, home, { recursive: true });
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const ship = (file: string, from: string, to: string): void => {
    const path = join(home, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replaceAll(from, to));
  };
  it('keeps the edit live, follows what was not edited, and makes a task of what both changed', async () => {
    const before = await started(database, home);
    const call = caller(before.routes);
    before.start();
    const path = `${BASE}/entries/procedure/dang-ky-tam-tru`;
    const { entry } = (await call('mai', `GET ${path}`)).json as {
      entry: { value: Record<string, unknown> };
    };
    const put = await call('mai', `PUT ${path}/draft`, {
      value: { ...entry.value, field: 'Cư trú (sửa)' },
      rev: 0,
    });
    const { draft } = put.json as { draft: { id: string } };
    await call('mai', `POST ${BASE}/drafts/${draft.id}/submit`, { rev: 1 });
    await call('nga', `POST ${BASE}/drafts/${draft.id}/approve`, { rev: 2 });
    await vi.waitFor(() => expect(before.live.now().number).toBe(1), { timeout: 60_000, interval: 100 });
    await before.stop();

    const field = String(entry.value['field']);
    ship('procedures/dang-ky-tam-tru.yaml', `field: ${field}`, 'field: Cư trú (mới)');
    const file = readFileSync(join(home, 'procedures/dang-ky-thuong-tru.yaml'), 'utf8');
    const other = String(/field: (.*)/.exec(file)?.[1]);
    ship('procedures/dang-ky-thuong-tru.yaml', `field: ${other}`, 'field: Cư trú (theo)');

    const after = await started(database, home);
    expect(after.live.now().number).toBe(2);
    const fieldOf = (id: string): unknown => procedureFor(after.live.now().release, id, null)?.field;
    expect([fieldOf('dang-ky-tam-tru'), fieldOf('dang-ky-thuong-tru')]).toEqual([
      'Cư trú (sửa)',
      'Cư trú (theo)',
    ]);

    const ask = caller(after.routes);
    const tasks = await ask('mai', `GET ${BASE}/upgrades`);
    expect(tasks.json).toMatchObject({
      upgrades: [
        {
          key: { id: 'dang-ky-tam-tru' },
          fields: [
            {
              path: 'field',
              base: { is: field },
              theirs: { is: 'Cư trú (mới)' },
              mine: { is: 'Cư trú (sửa)' },
              clash: true,
            },
          ],
        },
      ],
    });
    const chosen = await ask('mai', `POST ${BASE}/upgrades/procedure/dang-ky-tam-tru`, {
      take: 'fields',
      chosen: { field: 'theirs' },
    });
    expect(chosen.json).toMatchObject({ draft: { value: { field: 'Cư trú (mới)' } } });
    expect(
      await ask('mai', `POST ${BASE}/upgrades/procedure/dang-ky-tam-tru`, { take: 'ours' }),
    ).toMatchObject({
      json: { draft: null },
    });
    expect((await ask('mai', `GET ${BASE}/upgrades`)).json).toEqual({ upgrades: [] });
    await after.stop();
  });
});
