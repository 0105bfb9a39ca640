import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Publishing } from '#publishing/publishing.ts';
import type { Database } from '#store/database.ts';
import { procedureFor } from '#knowledge/release.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { caller, fakeAudit, type Name } from './fake-door.ts';
import { fine, openRoom } from './room.ts';

// Knowledge is compiled and spoken in this process: slow where others build beside it.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const AT = '/api/staff/25326';
const FEE = `${AT}/entries/procedure/dang-ky-tam-tru`;
type Answered = Awaited<ReturnType<ReturnType<typeof caller>>>;
const draftOf = (answer: Answered) => (answer.json as { draft: { id: string; rev: number } }).draft;

onEachEngine('publishing', (make) => {
  let test: TestDatabase;
  let databases: Database[];
  let nodes: Publishing[];
  let call: ReturnType<typeof caller>;
  let now: (() => number) | null = null;
  let rates = fine;
  const audit = fakeAudit();

  beforeAll(async () => {
    const first = await migrated(make);
    test = first.test;
    databases = [first.database, test.open()];
    nodes = await Promise.all(
      databases.map((database) =>
        openRoom(database, audit, {
          clock: () => now?.() ?? Date.now(),
          judge: () => Promise.resolve(rates),
        }),
      ),
    );
    for (const node of nodes) node.start();
    call = caller(nodes[0]?.routes ?? []);
  });
  afterAll(async () => {
    for (const node of nodes) await node.stop();
    for (const database of databases) await database.close();
    await test.drop();
  });

  /** Writes, hands in, and has a second person approve. */
  async function approved(
    path: string,
    value: unknown,
    more: object = {},
    who: [Name, Name] = ['lan', 'hung'],
  ) {
    const scope = path.split('/entries')[0] ?? '';
    const opened = (await call(who[0], `GET ${path}`)).json as { mine: { rev: number } | null };
    const typed = draftOf(await call(who[0], `PUT ${path}/draft`, { value, rev: opened.mine?.rev ?? 0 }));
    const at = `${scope}/drafts/${typed.id}`;
    const handed = await call(who[0], `POST ${at}/submit`, { rev: typed.rev, ...more });
    expect(handed).toMatchObject({ status: 200 });
    const answer = await call(who[1], `POST ${at}/approve`, { rev: draftOf(handed).rev });
    expect(answer).toMatchObject({ status: 200 });
    return at;
  }

  async function settled(what: string): Promise<Record<string, unknown>> {
    for (let i = 0; i < 800; i += 1) {
      const { publications } = (await call('mai', 'GET /api/staff/base/publications')).json as {
        publications: Record<string, unknown>[];
      };
      const one = publications.find((publication) => publication['what'] === what);
      if (one !== undefined && one['status'] !== 'waiting' && one['status'] !== 'running') {
        await onEveryNode(Number(one['release'] ?? 0));
        return one;
      }
      await sleep(100);
    }
    throw new Error(`${what} did not settle`);
  }
  /** Any node may be the one that publishes; the others follow within two seconds. */
  async function onEveryNode(release: number): Promise<void> {
    const published = performance.now();
    const behind = (): boolean => nodes.some((node) => node.live.now().number < release);
    while (behind() && performance.now() - published < 2000) await sleep(20);
    expect(nodes.map((node) => node.live.now().number >= release)).toEqual([true, true]);
  }
  const feeOn = (node: Publishing | undefined): unknown =>
    node === undefined
      ? null
      : procedureFor(node.live.now().release, 'dang-ky-tam-tru', '25326')?.fees[0]?.amount;

  it('makes a ward’s fee live on every node within two seconds', async () => {
    const before = feeOn(nodes[1]);
    const opened = (await call('lan', `GET ${FEE}`)).json as { whole: { fees: { id: string }[] } };
    const at = await approved(FEE, { fees: [{ id: opened.whole.fees[0]?.id, amount: 12_345 }] });
    const publication = await settled(`draft:${at.split('/').at(-1) ?? ''}`);
    expect(publication).toMatchObject({ status: 'published', release: 1, reasons: [] });
    expect([before, feeOn(nodes[0]), feeOn(nodes[1])]).toEqual([before, 12_345, 12_345]);
    expect(before).not.toBe(12_345);
    expect(audit.lines.map(({ action }) => action)).toContain('release.publish');
  });

  it('keeps the old one live where residents would be understood worse, and gives the draft back with the reason', async () => {
    rates = { all: { top1: { hits: 80, of: 100 }, safety: { hits: 10, of: 10 } } };
    const at = await approved(FEE, { fees: [{ id: 'x' }], short: 'làm tạm trú' }).catch(() => null);
    expect(at).toBeNull();
    const mine = (await call('lan', `GET ${FEE}`)).json as { mine: { id: string; rev: number } };
    await call('lan', `PUT ${FEE}/draft`, { value: { short: 'làm đăng ký tạm trú' }, rev: mine.mine.rev });
    const path = await approved(FEE, { short: 'làm đăng ký tạm trú' });
    const publication = await settled(`draft:${path.split('/').at(-1) ?? ''}`);
    expect(publication).toMatchObject({ status: 'refused' });
    expect(JSON.stringify(publication['reasons'])).toContain('hiểu đúng ngay');
    rates = fine;
    expect(nodes.map((node) => node.live.now().number)).toEqual([1, 1]);
    const back = (await call('lan', `GET ${FEE}`)).json as { mine: { status: string; reviewNote: string } };
    expect(back.mine.status).toBe('refused');
    expect(back.mine.reviewNote).toContain('hiểu đúng ngay');
  });

  it('refuses a link that calls itself official and is not', async () => {
    const path = '/api/staff/base/entries/faq/tep-chup-sao-cho-ro';
    const opened = (await call('mai', `GET ${path}`)).json as { entry: { value: Record<string, unknown> } };
    const sources = {
      nguon: { title: 'x', url: 'https://dich-vu-cong.example.com', kind: 'official', confidence: 'high' },
    };
    const at = await approved(path, { ...opened.entry.value, source: ['nguon'], sources }, {}, [
      'mai',
      'nga',
    ]);
    const publication = await settled(`draft:${at.split('/').at(-1) ?? ''}`);
    expect(publication).toMatchObject({ status: 'refused' });
    expect(JSON.stringify(publication['reasons'])).toContain('.gov.vn');
  });

  it('waits for the time that was set, and shows what will be live then', async () => {
    const path = '/api/staff/base/entries/notice/cup-dien';
    const soon = Date.now() + 3_600_000;
    const value = {
      text: 'Chiều thứ Sáu cơ quan mất điện, xin đến buổi sáng.',
      from: '2026-11-01',
      to: '2026-12-31',
    };
    const at = await approved(path, value, { publishAt: soon }, ['mai', 'nga']);
    const what = `draft:${at.split('/').at(-1) ?? ''}`;
    const releases = await call('mai', 'GET /api/staff/base/releases');
    expect(releases.json).toMatchObject({ scheduled: [{ key: { id: 'cup-dien' } }], live: 1 });
    const then = await call('mai', `GET /api/staff/base/releases/at/${String(soon)}`);
    expect(then.json).toMatchObject({ entries: [{ key: { id: 'cup-dien' } }] });
    await sleep(300);
    expect(nodes[0]?.live.now().number).toBe(1);
    now = () => soon + 1000;
    expect(await settled(what)).toMatchObject({ status: 'published', release: 2 });
    now = null;
    expect(nodes[0]?.live.now().release.notices.some(({ id }) => id === 'cup-dien')).toBe(true);
  });

  it('tells the difference between any two releases, and goes back in one step', async () => {
    const difference = await call('mai', 'GET /api/staff/base/releases/0/difference/2');
    const { entries } = difference.json as { entries: { key: { kind: string; id: string } }[] };
    expect(entries.map(({ key }) => key.id).toSorted()).toEqual(['cup-dien', 'dang-ky-tam-tru']);
    expect(await call('hung', `POST ${AT}/releases/0/restore`)).toMatchObject({ status: 403 });
    const restoring = await call('mai', 'POST /api/staff/base/releases/0/restore', { note: 'nhầm' });
    expect(restoring).toMatchObject({ status: 200, json: { status: 'waiting' } });
    expect(await settled('restore:0')).toMatchObject({ status: 'published', release: 3 });
    expect(feeOn(nodes[0])).not.toBe(12_345);
    expect(nodes.map((node) => node.live.now().compiled.hash)).toEqual(
      nodes.map(() => nodes[0]?.live.now().compiled.hash),
    );
    expect(nodes[1]?.live.now().number).toBe(3);
  });
});
