import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Database } from '#store/database.ts';
import { migrated, onEachEngine, type TestDatabase } from '../support/engines.ts';
import { caller, fakeAudit } from './fake-door.ts';
import { openRoom } from './room.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FEE = '/api/staff/25326/entries/procedure/dang-ky-tam-tru';

onEachEngine('drafts', (make) => {
  let database: Database;
  let test: TestDatabase;
  let call: ReturnType<typeof caller>;
  const audit = fakeAudit();
  beforeAll(async () => {
    ({ database, test } = await migrated(make));
    const { routes } = await openRoom(database, audit);
    call = caller(routes);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  it('keep what was typed, valid or not, and tell a second tab what the first saved', async () => {
    const opened = await call('lan', `GET ${FEE}`);
    expect(opened.json).toMatchObject({ entry: null, mine: null, base: { version: 0 } });
    const whole = (opened.json as { whole: { fees: { id: string; amount: number }[] } }).whole;
    const fees = whole.fees.map((fee, i) => (i === 0 ? { ...fee, amount: 12_345 } : fee));
    const first = await call('lan', `PUT ${FEE}/draft`, { value: { ...whole, fees }, as: 'whole', rev: 0 });
    expect(first.json).toMatchObject({
      draft: { rev: 1, status: 'writing', value: { fees: [{ id: fees[0]?.id, amount: 12_345 }] } },
    });
    const half = await call('lan', `PUT ${FEE}/draft`, { value: { fees: 'chưa xong' }, rev: 1 });
    expect(half.json).toMatchObject({ draft: { rev: 2 } });
    const late = await call('lan', `PUT ${FEE}/draft`, { value: { fees: [] }, rev: 1 });
    expect(late).toMatchObject({
      status: 409,
      json: { error: { draft: { rev: 2, value: { fees: 'chưa xong' } } } },
    });
  });

  it('tell two people of each other', async () => {
    await call('hung', `PUT ${FEE}/draft`, { value: { short: 'làm tạm trú' }, rev: 0 });
    const seen = await call('lan', `GET ${FEE}`);
    expect(seen.json).toMatchObject({ others: [{ authorName: 'Hùng', status: 'writing' }] });
  });

  it('are refused with words about the field, then handed in, and approved by a second person alone', async () => {
    const mine = (await call('lan', `GET ${FEE}`)).json as { mine: { id: string; rev: number } };
    const at = `/api/staff/25326/drafts/${mine.mine.id}`;
    const bad = await call('lan', `POST ${at}/submit`, { rev: mine.mine.rev });
    expect(bad).toMatchObject({ status: 422 });
    await call('lan', `PUT ${FEE}/draft`, { value: { short: 'đăng ký tạm trú' }, rev: 2 });
    const good = await call('lan', `POST ${at}/submit`, { rev: 3, note: 'cho gọn' });
    expect(good).toMatchObject({ status: 200, json: { draft: { status: 'in-review', rev: 4 } } });
    expect(await call('lan', `POST ${at}/approve`, { rev: 4 })).toMatchObject({ status: 403 });
    const approved = await call('hung', `POST ${at}/approve`, { rev: 4, note: 'được' });
    expect(approved).toMatchObject({
      status: 200,
      json: { draft: { status: 'approved', reviewer: 'hung' } },
    });
    expect(audit.lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['entry.edit', 'entry.submit', 'entry.approve']),
    );
  });

  it('are looked at as residents meet them, cut as their channel cuts, before anything is saved', async () => {
    const opened = await call('lan', `GET ${FEE}`);
    const { base } = opened.json as { base: { value: { fees: { id: string }[] } } };
    const value = { fees: base.value.fees.map(({ id }) => ({ id, amount: 54_321 })) };
    for (const channel of ['portal', 'zalo', 'messenger']) {
      const seen = await call('lan', `POST ${FEE}/preview`, { value, date: '2026-11-23', channel });
      const { parts } = seen.json as {
        parts: { about: string; messages: { text: string; choices: string[] }[] }[];
      };
      const fee = parts.find(({ about }) => about === 'le-phi')?.messages ?? [];
      expect(fee.map(({ text }) => text).join('\n')).toContain('54.321');
      expect(parts.find(({ about }) => about === 'buoc')?.messages.length).toBeGreaterThan(3);
      if (channel === 'messenger')
        expect(
          Math.max(...parts.flatMap(({ messages }) => messages).map(({ text }) => text.length)),
        ).toBeLessThanOrEqual(2000);
    }
    const broken = await call('lan', `POST ${FEE}/preview`, {
      value: { fees: 'x' },
      date: '2026-11-23',
      channel: 'zalo',
    });
    expect(broken.json).toMatchObject({ parts: [], faults: [{ path: 'fees' }] });
  });

  it('are nobody’s business in another scope', async () => {
    expect(await call('lan', 'GET /api/staff/base/entries')).toMatchObject({ status: 403 });
    expect(await call('lan', 'GET /api/staff/25333/drafts')).toMatchObject({ status: 403 });
  });

  it('are listed and searched without diacritics', async () => {
    const list = await call('mai', 'GET /api/staff/base/entries?kind=procedure&q=khai%20sinh&limit=5');
    expect(list.json).toMatchObject({ items: [{ edited: false }, {}, {}, {}, {}] });
    const folded = await call('mai', 'GET /api/staff/base/entries?kind=procedure&q=tam%20tru');
    expect(JSON.stringify(folded.json)).toContain('dang-ky-tam-tru');
  });

  it('are found by how sure their sources are', async () => {
    const totals = await Promise.all(
      ['', '&only=low'].map(async (only) => {
        const list = await call('mai', `GET /api/staff/base/entries?kind=procedure&limit=500${only}`);
        return list.json as { total: number; items: { key: { id: string } }[] };
      }),
    );
    const [all, low] = totals.map(({ items }) => items.map(({ key }) => key.id));
    const isSure = async (id: string): Promise<boolean> => {
      const opened = await call('mai', `GET /api/staff/base/entries/procedure/${id}`);
      const { sources } = (
        opened.json as { entry: { value: { sources: Record<string, { confidence: string; kind: string }> } } }
      ).entry.value;
      return Object.values(sources).every(
        ({ confidence, kind }) => confidence === 'high' && kind !== 'memory',
      );
    };
    const sure = all?.find((id) => !low?.includes(id));
    expect(await isSure(low?.[0] ?? '')).toBe(false);
    expect(await isSure(sure ?? '')).toBe(true);
  });
});
