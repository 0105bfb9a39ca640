import { expect, it } from 'vitest';
import type { Json } from '#root/json.ts';
import type { Entry, EntryKey } from '../ports.ts';
import { confirmedValue } from './confirm.ts';
import { officialLinks } from './link-job.ts';
import type { LinkRow, WorkRow } from './repository.ts';
import { countsOf, filtered, workList } from './work-list.ts';

const TODAY = '2026-11-22';
const law = { title: 'Nghị định 1', url: 'https://vbpl.vn/1', kind: 'law', confidence: 'high' };
const memory = { title: 'Nhớ', kind: 'memory', confidence: 'low' };

function anEntry(id: string, value: Record<string, Json>, scope: EntryKey['scope'] = 'base'): Entry {
  return {
    key: { kind: 'procedure', scope, id },
    title: `Thủ tục ${id}`,
    value: { id, asOf: '2026-01-01', review: '2027-06-01', sources: { luat: law }, ...value },
    version: 0,
    hash: `hash-${id}`,
    edited: false,
  };
}

const aLink = (over: Partial<LinkRow>): LinkRow => ({
  url: 'https://vbpl.vn/1',
  state: 'gone',
  detail: '404',
  lookedAt: 5,
  failures: 2,
  failingSince: 1,
  ...over,
});

function listOf(
  entries: readonly Entry[],
  {
    links = [],
    works = [],
    scope = 'base',
  }: { links?: readonly LinkRow[]; works?: readonly WorkRow[]; scope?: EntryKey['scope'] } = {},
) {
  const drafts = { entries: (_: string, kind: string) => (kind === 'procedure' ? entries : []) };
  return workList(scope, { drafts, links, works, today: TODAY });
}

const reasonsOf = (entry: Entry, links: readonly LinkRow[] = []) =>
  listOf([entry], { links })[0]?.reasons ?? [];

it('an entry that is fresh, sure and complete is not in the list', () => {
  expect(listOf([anEntry('a', {})])).toEqual([]);
});

it('says why: past its date or soon, unknown fees, weak sources, dead links', () => {
  expect(reasonsOf(anEntry('a', { review: '2026-11-21' }))).toEqual([
    { kind: 'overdue', about: ['2026-11-21'] },
  ]);
  expect(reasonsOf(anEntry('a', { review: TODAY }))).toEqual([{ kind: 'soon', about: [TODAY] }]);
  expect(reasonsOf(anEntry('a', { review: '2026-12-23' }))).toEqual([]);
  const fee = { id: 'phi', label: 'Lệ phí', amount: 'unknown', channel: 'any', source: ['luat'] };
  expect(reasonsOf(anEntry('a', { fees: [fee] }))).toEqual([{ kind: 'unknown-fee', about: ['Lệ phí'] }]);
  expect(reasonsOf(anEntry('a', { fees: [{ ...fee, extra: true }] }))).toEqual([]);
  expect(reasonsOf(anEntry('a', { fees: [{ ...fee, to: '2026-01-01' }] }))).toEqual([]);
  expect(reasonsOf(anEntry('a', {}), [aLink({})])).toEqual([
    { kind: 'dead-link', about: ['https://vbpl.vn/1'] },
  ]);
});

it('counts a source as weak only where nothing better says the same', () => {
  const sources = { luat: law, nho: memory };
  expect(reasonsOf(anEntry('a', { sources, documents: [{ id: 'x', source: ['nho'] }] }))).toEqual([
    { kind: 'weak', about: ['Nhớ'] },
  ]);
  expect(reasonsOf(anEntry('a', { sources, documents: [{ id: 'x', source: ['nho', 'luat'] }] }))).toEqual([]);
});

it('calls a link dead only when it stays so', () => {
  const is = (over: Partial<LinkRow>) => reasonsOf(anEntry('a', {}), [aLink(over)]).length > 0;
  expect(is({ state: 'gone', failures: 1 })).toBe(false);
  expect(is({ state: 'gone', failures: 2 })).toBe(true);
  expect(is({ state: 'failed', failures: 2 })).toBe(false);
  expect(is({ state: 'failed', failures: 3 })).toBe(true);
  expect(is({ state: 'ok', failures: 0 })).toBe(false);
});

it('puts the most pressing first, and what was confirmed last until it is published', () => {
  const overdue = anEntry('qua-han', { review: '2026-11-01' });
  const older = anEntry('qua-han-lau', { review: '2026-05-01' });
  const soon = anEntry('sap-den', { review: '2026-12-01' });
  const confirmed = { name: 'Hoa', at: 7, hash: 'hash-qua-han-lau' };
  const ids = (works: readonly WorkRow[]) =>
    listOf([soon, overdue, older], { works }).map(({ key }) => key.id);
  expect(ids([])).toEqual(['qua-han-lau', 'qua-han', 'sap-den']);
  expect(ids([{ key: older.key, taken: null, confirmed }])).toEqual(['qua-han', 'sap-den', 'qua-han-lau']);
  expect(ids([{ key: older.key, taken: null, confirmed: { ...confirmed, hash: 'older' } }])[0]).toBe(
    'qua-han-lau',
  );
});

it('shows a unit its own entries, and of the shared ones what only a ward can tell', () => {
  const fee = { id: 'phi', label: 'Lệ phí', amount: 'unknown', channel: 'any', source: ['luat'] };
  const shared = anEntry('chung', { review: '2026-01-01', fees: [fee] });
  const own = anEntry('rieng', { review: '2026-01-01' }, '25326');
  const items = listOf([own, shared], { scope: '25326' });
  expect(
    items.map(({ key, reasons, confirmable }) => [key.id, reasons.map(({ kind }) => kind), confirmable]),
  ).toEqual([
    ['rieng', ['overdue'], true],
    ['chung', ['unknown-fee'], false],
  ]);
  expect(countsOf(items)).toMatchObject({ overdue: 1, 'unknown-fee': 1, weak: 0 });
});

it('is filtered by reason, by who took it, and by words without diacritics', () => {
  const overdue = anEntry('qua-han', { review: '2026-11-01' });
  const soon = anEntry('sap-den', { review: '2026-12-01' });
  const works = [{ key: soon.key, taken: { by: 'hoa', name: 'Hoa', at: 1 }, confirmed: null }];
  const items = listOf([overdue, soon], { works });
  const ids = (filter: Partial<Parameters<typeof filtered>[1]>) =>
    filtered(items, { reason: null, by: null, q: '', ...filter }).map(({ key }) => key.id);
  expect(ids({ reason: 'soon' })).toEqual(['sap-den']);
  expect(ids({ by: { id: 'hoa' } })).toEqual(['sap-den']);
  expect(ids({ q: 'thu tuc qua' })).toEqual(['qua-han']);
});

it('a confirmation moves the dates, and adds a source that is new', () => {
  const { value } = anEntry('a', {});
  const review = '2027-05-22';
  expect(confirmedValue(value, { source: { id: 'luat' }, review }, TODAY)).toEqual({
    ...(value as object),
    asOf: TODAY,
    review,
  });
  expect(confirmedValue(value, { source: { id: 'khong-co' }, review }, TODAY)).toBeNull();
  const found = {
    title: 'Trang của phường',
    url: 'https://binhlong.dongnai.gov.vn/x',
    kind: 'ward',
    confidence: 'high',
  } as const;
  const once = confirmedValue(value, { source: found, review }, TODAY);
  expect(once).toMatchObject({ sources: { luat: law, 'xem-lai-2026-11-22': found } });
  const other = { ...found, url: 'https://binhlong.dongnai.gov.vn/y' };
  expect(confirmedValue(once, { source: other, review }, TODAY)).toMatchObject({
    sources: { 'xem-lai-2026-11-22': found, 'xem-lai-2026-11-22-2': other },
  });
  expect(
    Object.keys((confirmedValue(once, { source: found, review }, TODAY) as { sources: object }).sources),
  ).toHaveLength(2);
});

it('finds the official links of a release, each once', () => {
  const content = { a: [{ sources: { x: law, y: { url: 'https://news.example/1' } } }, { url: law.url }] };
  expect(officialLinks(content, (host) => host === 'vbpl.vn')).toEqual([law.url]);
});
