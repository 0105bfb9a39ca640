import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pino } from 'pino';
import { createInsightWriter } from '#insight/repository.ts';
import { createHandoverWriter } from '#handover/repository.ts';
import { nearBench } from '#publishing/near-bench.ts';
import { createPublishing, openReleases, type Publishing } from '#publishing/publishing.ts';
import { openWorkbench } from '#publishing/workbench.ts';
import type { Database } from '#store/database.ts';
import { build } from '../../src/build/build.ts';
import { preview } from '../../src/build/preview.ts';
import { readWords } from '../../src/build/read-words.ts';
import { composeBot } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { buildHouse, type House } from '../../src/house.ts';
import { Resident } from '../conversations/resident.ts';
import { dataDir } from '../knowledge/cases.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { caller, fakeAudit, fakeDoor } from './fake-door.ts';
import { fine } from './room.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const AT = '/api/staff/25326';
const FEE = `${AT}/entries/procedure/dang-ky-tam-tru`;
const shipped = await build({ pages: false, console: false, say: () => undefined });
const log = pino({ level: process.env['TOY_LOG'] ?? 'silent' });
const bench = nearBench(openWorkbench(dataDir), {
  words: readWords(dataDir),
  train: () => Promise.reject(new Error('nothing new is learnt here')),
});
const minds = { judge: () => Promise.resolve(fine), preview };

onEachEngine('two houses on one database', (make) => {
  let test: TestDatabase;
  let databases: Database[];
  let houses: House[];
  let urls: string[];
  let officers: Publishing;

  beforeAll(async () => {
    const first = await migrated(make);
    test = first.test;
    databases = [first.database, test.open(), test.open()];
    const nodes = await Promise.all(
      databases.map((database) => openReleases({ database, bench, clock: Date.now, log, shipped })),
    );
    houses = nodes.slice(0, 2).map((releases) =>
      buildHouse({
        ...composeBot(shipped),
        releases: { ...releases, ...minds },
        config: readConfig({
          PORT: '0',
          HOST: '127.0.0.1',
          TOKENS_PER_MINUTE: '1000',
          MESSAGES_PER_MINUTE: '1000',
        }),
        database: releases.database,
        log,
        clock: Date.now,
        sealKey: '5e'.repeat(32),
        writers: [createInsightWriter(), createHandoverWriter()],
        pages: null,
      }),
    );
    urls = (await Promise.all(houses.map((house) => house.start()))).map(({ url }) => url);
    const [, , third] = nodes;
    if (third === undefined) throw new Error('no third node');
    officers = createPublishing({ ...third, ...minds, door: fakeDoor, audit: fakeAudit() });
  });
  afterAll(async () => {
    await officers.stop();
    for (const house of houses) await house.stop();
    await databases[2]?.close();
    await test.drop();
  });

  async function fee(resident: Resident): Promise<string> {
    await resident.says('lệ phí đăng ký tạm trú bao nhiêu');
    return resident.text;
  }

  it('residents of both hear the new fee, and who is under way goes on', async () => {
    const residents = urls.map((url) => new Resident(url));
    for (const resident of residents) await resident.arrives('25326');
    const walking = residents[1]!;
    await walking.says('đăng ký tạm trú');
    await walking.taps('offer:start');
    expect(walking.step?.number).toBe(1);

    const call = caller(officers.routes);
    const opened = (await call('lan', `GET ${FEE}`)).json as { whole: { fees: { id: string }[] } };
    const fees = opened.whole.fees.map(({ id }) => ({ id, amount: 54_321 }));
    const put = (await call('lan', `PUT ${FEE}/draft`, { value: { fees }, rev: 0 })).json as {
      draft: { id: string };
    };
    await call('lan', `POST ${AT}/drafts/${put.draft.id}/submit`, { rev: 1 });
    await call('hung', `POST ${AT}/drafts/${put.draft.id}/approve`, { rev: 2 });
    let published = 0;
    await vi.waitFor(
      async () => {
        const { releases } = (await call('lan', `GET ${AT}/releases`)).json as { releases: unknown[] };
        expect(releases.length).toBe(1);
        published = performance.now();
      },
      { timeout: 90_000, interval: 50 },
    );
    // Two seconds are promised. Here three nodes share one thread, and others build beside it: twice that.
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 4000 - (performance.now() - published))));
    for (const resident of residents) expect(await fee(resident)).toContain('54.321');

    expect(walking.step?.number).toBe(1);
    await walking.taps('step:done');
    expect(walking.text).toContain('Bước 2/');
  });
});
