import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../src/json.ts';
import { differenceShapes } from '#publishing/routes/shapes.ts';
import { chromiumPath, launchBrowser, newDevice, watchFaults } from '../support/browser.ts';
import { byKeyboard } from './support/by-keyboard.ts';
import { fakeEntries, someEntries, type FakeEntries } from './support/fake-entries.ts';
import { anOfficer, me, ok, startFakeStaff, type FakeStaff } from './support/fake-staff.ts';

const KEY = 'procedure:dang-ky-tam-tru';
const exactly = { exact: true } as const;

describe.skipIf(chromiumPath === null)('the console without a mouse (needs chromium)', () => {
  let browser: Browser;
  let staff: FakeStaff;
  let entries: FakeEntries;

  beforeAll(async () => {
    [browser, staff] = await Promise.all([launchBrowser(), startFakeStaff()]);
    entries = fakeEntries(staff.answers);
    reviewed(staff, entries);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await staff.stop();
  });

  const at = async (path: string): Promise<Page> => {
    const device = await newDevice(browser, { width: 1366, height: 768 });
    const page = await device.newPage();
    await page.goto(`${staff.url}/quan-tri/${path}`);
    return page;
  };

  it(
    'changes a fee and hands it in, and a second one approves it: every stop of the focus is seen',
    { timeout: 120_000 },
    async () => {
      const page = await at('25326');
      const faults = watchFaults(page);
      const keys = byKeyboard(page);
      await keys.reach(page.getByRole('link', { name: 'Nội dung', ...exactly }).first());
      await keys.press('Enter');
      const entry = page.getByRole('table').getByRole('link', { name: 'Đăng ký tạm trú', ...exactly });
      await entry.waitFor();
      const search = page.getByLabel('Tìm theo tên hoặc từ khóa', exactly);
      await keys.reach(search);
      await keys.type('tạm trú');
      expect(await search.inputValue()).toBe('tạm trú');
      await page.waitForURL(/tim=t%E1%BA%A1m\+tr%C3%BA/);
      await keys.reach(entry);
      await keys.press('Enter');

      await keys.reach(page.getByRole('tab', { selected: true }).first());
      await keys.reach(page.getByRole('tab', { name: 'Lệ phí' }), 'ArrowDown');
      await keys.press('Enter');
      await keys.reach(page.getByRole('button', { name: /Cá nhân, gia đình, nộp trên mạng/ }));
      await keys.press('Enter');
      await keys.reach(page.getByRole('button', { name: 'Mức mới từ một ngày' }));
      await keys.press('Enter');
      const raise = page.getByRole('dialog');
      await keys.reach(raise.getByLabel('Số tiền mới', exactly));
      await keys.type('9000');
      await keys.reach(raise.getByRole('button', { name: 'Tạo mức mới', ...exactly }));
      await keys.press('Enter');
      await raise.waitFor({ state: 'hidden' });
      await page.getByRole('status').filter({ hasText: 'Đã lưu lúc' }).waitFor();

      await keys.reach(page.getByRole('button', { name: 'Gửi duyệt', ...exactly }), 'Shift+Tab');
      await keys.press('Enter');
      const send = page.getByRole('dialog');
      await keys.reach(send.getByLabel('Ghi chú cho người duyệt', exactly));
      await keys.type('Theo nghị quyết mới');
      await keys.reach(send.getByRole('button', { name: 'Gửi', ...exactly }));
      await keys.press('Enter');
      await page.getByText('Bản này đang chờ duyệt').waitFor();
      expect(entries.drafts.get(KEY)?.status).toBe('in-review');

      const desk = await at('25326');
      const head = byKeyboard(desk);
      await head.reach(desk.getByRole('link', { name: 'Duyệt', ...exactly }).first());
      await head.press('Enter');
      await head.reach(desk.getByRole('table').getByRole('link', { name: 'Đăng ký tạm trú' }));
      await head.press('Enter');
      // What changed is called by its words.
      await desk.getByText('Lệ phí › Cá nhân, gia đình, nộp trên mạng', { exact: false }).first().waitFor();
      await head.reach(desk.getByRole('button', { name: 'Duyệt', ...exactly }));
      await head.press('Enter');
      await desk.getByRole('link', { name: 'Xem tiến độ đăng' }).waitFor();
      expect(entries.drafts.get(KEY)?.status).toBe('approved');

      expect([...keys.unseen(), ...head.unseen()]).toEqual([]);
      expect(keys.stops() + head.stops()).toBeGreaterThan(40);
      expect(faults).toEqual([]);
    },
  );
});

/** The second officer's side: what waits, the draft beside what is live, and her word on it. */
function reviewed({ answers }: FakeStaff, { drafts }: FakeEntries): void {
  const live = someEntries().find(({ id }) => id === 'dang-ky-tam-tru')?.value ?? null;
  const waiting = () => ({ ...asDraft, ...drafts.get(KEY) });
  answers.set('GET /api/staff/:scope/drafts', () => ok({ drafts: drafts.has(KEY) ? [waiting()] : [] }));
  answers.set('GET /api/staff/:scope/drafts/:id', () => {
    const draft = waiting();
    return ok({
      draft,
      live,
      differences: differenceShapes(live, draft.value),
      changedSince: [],
      faults: [],
      told: [],
      may: { edit: false, approve: true },
    });
  });
  answers.set('POST /api/staff/:scope/drafts/:id/approve', () => {
    const draft = drafts.get(KEY);
    if (draft !== undefined) drafts.set(KEY, { ...draft, status: 'approved' });
    return ok({ draft: waiting() });
  });
  answers.set('GET /api/auth/me', () => me(anOfficer));
}

const asDraft = {
  id: 'procedure.dang-ky-tam-tru',
  key: { kind: 'procedure', scope: '25326', id: 'dang-ky-tam-tru' },
  title: 'Đăng ký tạm trú',
  value: null as Json,
  status: 'in-review',
  author: 'le-thi-moi',
  authorName: 'Lê Thị Mới',
  basedOn: null,
  base: null,
  rev: 1,
  note: 'Theo nghị quyết mới',
  publishAt: null,
  reviewer: null,
  reviewerName: null,
  reviewNote: null,
  createdAt: 0,
  updatedAt: 0,
};
