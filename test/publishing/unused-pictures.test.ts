import { beforeEach, expect, it } from 'vitest';
import { createPictureStore, createPictureSweep } from '#publishing/pictures/repository.ts';
import type { Draft } from '#publishing/ports.ts';
import { createDraftStore } from '#publishing/repository/drafts.ts';
import type { Database } from '#store/database.ts';
import { freshDatabase, onEachEngine } from '../support/engines.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 23);
const idOf = (digit: string): string => `${digit.repeat(64)}-320x200`;
const names = ['old', 'fresh', 'entry', 'version', 'draft', 'base', 'dropped'] as const;
type Name = (typeof names)[number];
const pictures = new Map<Name, string>(names.map((name, at) => [name, idOf(at.toString(16))]));
const of = (name: Name): string => pictures.get(name) ?? '';

onEachEngine('pictures that nothing uses', (make) => {
  let database: Database;
  freshDatabase(make, (fresh) => {
    database = fresh;
  });
  beforeEach(async () => {
    const store = createPictureStore(database);
    for (const name of names) {
      const at = name === 'fresh' ? NOW - 29 * DAY : NOW - 31 * DAY;
      await store.put({ id: of(name), type: 'image/png', bytes: Buffer.from(name) }, at);
    }
  });

  const left = async (): Promise<readonly Name[]> => {
    const store = createPictureStore(database);
    const found = await Promise.all(names.map((name) => store.find(of(name))));
    return names.filter((_, at) => found[at] !== null);
  };
  const draft = (id: string, more: Partial<Draft>): Draft => ({
    id,
    key: { kind: 'schematic', scope: 'base', id },
    title: 'Một hình',
    value: null,
    status: 'writing',
    author: 'mai',
    authorName: 'Mai',
    basedOn: null,
    base: null,
    rev: 1,
    note: '',
    publishAt: null,
    reviewer: null,
    reviewerName: null,
    reviewNote: null,
    createdAt: NOW,
    updatedAt: NOW,
    ...more,
  });
  const using = (name: Name) => ({ picture: of(name), alt: 'Nút Đăng nhập', asOf: '2026-10-01' });

  it('are deleted after thirty days; what an entry, an earlier version or an open draft names stays', async () => {
    const drafts = createDraftStore(database);
    await drafts.insert(draft('a', { value: using('draft') }));
    await drafts.insert(draft('b', { base: using('base'), status: 'refused' }));
    await drafts.insert(draft('c', { value: using('dropped'), status: 'dropped' }));
    const key = { kind: 'schematic', scope: 'base', id: 'mo-cong', title: 'Một hình', shipped: null };
    await database.db
      .insertInto('entry')
      .values({ ...key, version: 2, value: JSON.stringify(using('entry')), updated_at: NOW })
      .execute();
    const made = { author: 'mai', approver: 'nga', note: '', at: NOW };
    await database.db
      .insertInto('entry_version')
      .values({ ...key, ...made, version: 1, release: 1, value: JSON.stringify(using('version')) })
      .execute();

    await createPictureSweep(database)(NOW);
    expect(await left()).toEqual(['fresh', 'entry', 'version', 'draft', 'base']);
  });

  it('count as new where they are uploaded once more, before any draft names them', async () => {
    const bytes = Buffer.from('old');
    await createPictureStore(database).put({ id: of('old'), type: 'image/png', bytes }, NOW - DAY);
    await createPictureSweep(database)(NOW);
    expect(await left()).toEqual(['old', 'fresh']);
  });
});
