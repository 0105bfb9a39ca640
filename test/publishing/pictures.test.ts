import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createDialogs } from '#dialogs/dialogs.ts';
import type { Block } from '#replies/reply.ts';
import type { Publishing } from '#publishing/publishing.ts';
import type { Database } from '#store/database.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { caller, fakeAudit, type Name } from './fake-door.ts';
import { openRoom } from './room.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const AT = '/api/staff/base';
const SCREEN = `${AT}/entries/schematic/mo-cong-dang-nhap`;
/** 320 × 200, as far as anybody here looks. */
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  Buffer.from('IHDR'),
  Buffer.from([0, 0, 1, 0x40, 0, 0, 0, 200, 8, 2, 0, 0, 0]),
]);

onEachEngine('pictures', (make) => {
  let test: TestDatabase;
  let database: Database;
  let node: Publishing;
  let call: ReturnType<typeof caller>;
  const audit = fakeAudit();

  beforeAll(async () => {
    ({ test, database } = await migrated(make));
    node = await openRoom(database, audit);
    node.start();
    call = caller([...node.routes, ...node.openRoutes]);
  });
  afterAll(async () => {
    await node.stop();
    await database.close();
    await test.drop();
  });

  async function published(value: unknown, [writes, approves]: [Name, Name] = ['mai', 'nga']) {
    const opened = (await call(writes, `GET ${SCREEN}`)).json as { mine: { rev: number } | null };
    const rev = opened.mine?.rev ?? 0;
    const typed = (await call(writes, `PUT ${SCREEN}/draft`, { value, rev })).json as {
      draft: { id: string; rev: number };
    };
    const at = `${AT}/drafts/${typed.draft.id}`;
    const handed = await call(writes, `POST ${at}/submit`, { rev: typed.draft.rev });
    expect(handed).toMatchObject({ status: 200 });
    const own = await call(writes, `POST ${at}/approve`, { rev: typed.draft.rev + 1 });
    expect(own).toMatchObject({ status: 403 });
    expect(await call(approves, `POST ${at}/approve`, { rev: typed.draft.rev + 1 })).toMatchObject({
      status: 200,
    });
    for (let i = 0; i < 600; i += 1) {
      const { publications } = (await call('mai', `GET ${AT}/publications`)).json as {
        publications: { what: string; status: string; release: number | null; reasons: string[] }[];
      };
      const one = publications.find(({ what }) => what === `draft:${typed.draft.id}`);
      const isLive = one?.release == null || node.live.now().number >= one.release;
      if (one !== undefined && ['published', 'refused'].includes(one.status) && isLive) return one;
      await sleep(100);
    }
    throw new Error('it did not settle');
  }

  /** The first step on the portal, as a resident gets it now. */
  function firstStep(): Extract<Block, { kind: 'step' }> | undefined {
    const dialogs = createDialogs();
    const { release } = node.live.now();
    let state: Parameters<typeof dialogs.decide>[0]['state'] = null;
    let id = 'offer:start:cap-ban-sao-trich-luc-ho-tich';
    for (let turn = 0; turn < 12; turn += 1) {
      const decision = dialogs.decide({
        state,
        event: { kind: 'choice', id, title: '' },
        understanding: null,
        secret: null,
        context: { channel: 'portal', homeUnit: '25326', lang: 'vi', now: Date.now(), lastInAt: Date.now() },
        release,
      });
      const step = decision.replies.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'step');
      if (step !== undefined) return step;
      state = decision.state;
      id =
        decision.replies.flatMap(({ choices }) => choices).find((choice) => choice.id.startsWith('q:'))?.id ??
        '';
    }
    return undefined;
  }

  it('stand in place of a drawing once a second person approved, and residents are shown them at once', async () => {
    const stored = await call('mai', `POST ${AT}/pictures`, PNG);
    const { picture } = stored.json as { picture: string };
    expect(picture).toMatch(/^[0-9a-f]{64}-320x200$/);
    expect(audit.lines).toContainEqual(
      expect.objectContaining({ action: 'picture.upload', subject: picture }),
    );
    expect((await call('nga', `GET ${AT}/pictures/${picture}`)).bytes).toEqual(PNG);
    // Nothing that is only stored is shown to anybody outside.
    expect(await call('mai', `GET /pictures/${picture}`)).toMatchObject({ status: 404 });
    expect(firstStep()).toMatchObject({ picture: 'mo-cong-dang-nhap' });
    expect(firstStep()?.shot).toBeUndefined();

    const value = { picture, alt: { vi: 'Nút Đăng nhập.', en: 'The login button.' }, asOf: '2026-11-22' };
    expect(await published(value)).toMatchObject({ status: 'published', reasons: [] });
    expect(firstStep()?.shot).toEqual({
      url: `/pictures/${picture}`,
      alt: 'Nút Đăng nhập.',
      asOf: '2026-11-22',
      width: 320,
      height: 200,
    });
    const shown = await call('mai', `GET /pictures/${picture}`);
    expect(shown.bytes).toEqual(PNG);
    expect(shown.headers).toMatchObject({
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  it('that nobody uploaded keep the drawing', async () => {
    const picture = `${'0'.repeat(64)}-10x10`;
    const refused = await published({ picture, alt: 'x', asOf: '2026-11-22' }, ['nga', 'mai']);
    expect(refused.status).toBe('refused');
    expect(refused.reasons.join()).toContain('không tìm thấy ảnh');
  });

  it('are taken back to the drawing, and are nobody’s to see any more', async () => {
    const url = firstStep()?.shot?.url ?? '';
    expect(await published(null)).toMatchObject({ status: 'published' });
    expect(firstStep()).toMatchObject({ picture: 'mo-cong-dang-nhap' });
    expect(firstStep()?.shot).toBeUndefined();
    expect(await call('mai', `GET ${url}`)).toMatchObject({ status: 404 });
  });

  it('are PNG, JPEG or WebP by their bytes, of a size that screens have, from who may write', async () => {
    const sent = (bytes: Uint8Array, who: Name = 'mai') => call(who, `POST ${AT}/pictures`, bytes);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    const wide = Buffer.from(PNG);
    wide.writeUInt32BE(4001, 16);
    const heavy = Buffer.concat([PNG, Buffer.alloc(300 * 1024)]);
    expect(await sent(svg)).toMatchObject({ status: 400 });
    expect(await sent(wide)).toMatchObject({ status: 400 });
    expect(await sent(heavy)).toMatchObject({ status: 413 });
    expect(await sent(PNG, 'lan')).toMatchObject({ status: 403 });
  });
});
