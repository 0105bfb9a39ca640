import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Bench } from '#publishing/bench.ts';
import { createArtifacts } from '#publishing/artifacts.ts';
import { layOverShipped } from '#publishing/lay-over-shipped.ts';
import { createDraftStore } from '#publishing/repository/drafts.ts';
import { createEntryStore } from '#publishing/repository/entries.ts';
import { createReleaseStore } from '#publishing/repository/releases.ts';
import type { CompiledRelease } from '#knowledge/release.ts';
import { migrated, onEachEngine } from '../support/engines.ts';

const key = { kind: 'notice', scope: 'base', id: 'cu' } as const;
const kept = { kind: 'notice', scope: 'base', id: 'moi' } as const;
const compiled = { hash: 'b'.repeat(64) } as unknown as CompiledRelease;

onEachEngine('an edit that fits the new product no more', (make) => {
  it('is set aside as its author’s draft, and the others go on', async () => {
    const { database, test } = await migrated(make);
    const [releases, entryStore, draftStore] = [
      createReleaseStore(database),
      createEntryStore(database),
      createDraftStore(database),
    ];
    const written = {
      id: 'd1',
      key,
      title: 'Cũ',
      value: {},
      status: 'published',
      author: 'lan',
      authorName: 'Lan',
      basedOn: null,
      base: null,
      rev: 3,
      note: '',
      publishAt: null,
      reviewer: 'hung',
      reviewerName: 'Hùng',
      reviewNote: null,
      createdAt: 1,
      updatedAt: 1,
    } as const;
    await draftStore.insert(written);
    const entry = { shipped: null, author: 'Lan', approver: 'Hùng', note: '' };
    await releases.publish(
      {
        number: 1,
        hash: 'a'.repeat(64),
        shipped: 'a'.repeat(64),
        publishedAt: 1,
        note: '',
        model: null,
        figures: null,
        changes: [],
        publisher: 'Hùng',
      },
      [
        { ...entry, key, title: 'Cũ', value: { text: 'x', topics: ['da-bo'] } },
        { ...entry, key: kept, title: 'Mới', value: { text: 'y' } },
      ],
      [],
    );
    const tried: string[][] = [];
    const bench: Pick<Bench, 'make'> = {
      make: ({ after }) => {
        tried.push(after.map((change) => change.key.id));
        const misfit = after.some((change) => change.key.id === 'cu');
        const fault = {
          file: '',
          line: 1,
          column: 1,
          path: 'topics.0',
          message: '',
          says: '',
          severity: 'error',
        } as const;
        return Promise.resolve(
          misfit ? { faults: [{ ...fault, key }] } : { compiled, model: null, told: [], strange: [] },
        );
      },
    };
    const rooms = {
      bench: bench as Bench,
      shipped: compiled,
      releases,
      artifacts: createArtifacts(releases),
      entryStore,
      draftStore,
      clock: () => 5,
      log: pino({ level: 'silent' }),
    };
    await layOverShipped(rooms);
    expect(tried).toEqual([['cu', 'moi'], ['moi']]);
    expect(await releases.pointer()).toMatchObject({ number: 2, shipped: compiled.hash });
    expect((await entryStore.overlay()).map(({ key: { id }, value }) => [id, value])).toEqual([
      ['cu', null],
      ['moi', { text: 'y' }],
    ]);
    const [draft] = await draftStore.listed(['refused'], 'base');
    expect(draft).toMatchObject({
      key,
      value: { text: 'x', topics: ['da-bo'] },
      author: 'lan',
      authorName: 'Lan',
    });

    // The next start finds everything done.
    await layOverShipped(rooms);
    expect(tried.length).toBe(2);
    await database.close();
    await test.drop();
  });
});
