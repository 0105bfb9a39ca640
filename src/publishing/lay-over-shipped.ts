import { newId } from '#root/ids.ts';
import type { Logger } from '#root/logging.ts';
import type { CompiledRelease } from '#knowledge/release.ts';
import type { Artifacts } from './artifacts.ts';
import type { Bench, Made } from './bench.ts';
import { contentHash } from '#knowledge/canonical.ts';
import { keyText } from './places/place.ts';
import type { DraftStore } from './repository/drafts.ts';
import type { EntryRow, EntryStore } from './repository/entries.ts';
import type { Published, ReleaseStore } from './repository/releases.ts';
import { words } from './words.ts';

/**
 * The product came with other knowledge than the newest release was made over: the edits are laid over the new files
 * and published as a release of their own, before anybody is served. An edit that does not fit any more is set aside as
 * its author's draft; what is shipped holds until she has mended it. Does nothing where nothing was published, or all fits.
 */
export async function layOverShipped(rooms: {
  readonly bench: Bench;
  readonly shipped: CompiledRelease;
  readonly releases: ReleaseStore;
  readonly artifacts: Artifacts;
  readonly entryStore: EntryStore;
  readonly draftStore: DraftStore;
  readonly clock: () => number;
  readonly log: Logger;
}): Promise<void> {
  const { bench, shipped, releases, artifacts, entryStore, clock, log } = rooms;
  const newest = await releases.pointer();
  if (newest === null || newest.shipped === shipped.hash) return;
  let overlay = await entryStore.overlay();
  const aside: EntryRow[] = [];
  let made: Made = await bench.make({ before: [], after: overlay, speak: false }, () => undefined);
  while ('faults' in made) {
    const faulty = new Set(made.faults.flatMap(({ key }) => (key === null ? [] : [keyText(key)])));
    const misfits = overlay.filter(({ key, value }) => value !== null && faulty.has(keyText(key)));
    // A fault that no edit is to blame for: without any edit there is none.
    const gone = misfits.length > 0 ? misfits : overlay.filter(({ value }) => value !== null);
    if (gone.length === 0) return;
    aside.push(...gone);
    overlay = overlay.filter((row) => !gone.includes(row));
    made = await bench.make({ before: [], after: overlay, speak: false }, () => undefined);
  }
  await artifacts.storeCompiled(made.compiled);
  const model = made.model === null ? null : await artifacts.storeModel(made.model);
  const now = clock();
  const entries = aside.map(({ key, title, shipped: was }): Published => ({
    key,
    title,
    value: null,
    shipped: was,
    author: words.system,
    approver: words.system,
    note: words.upgraded,
  }));
  const published = await releases.publish(
    {
      number: newest.number + 1,
      hash: made.compiled.hash,
      publishedAt: now,
      note: words.upgraded,
      shipped: shipped.hash,
      model,
      figures: null,
      changes: [],
      publisher: words.system,
    },
    entries,
    [],
  );
  // Another node was quicker, and did the same.
  if (!published) return;
  for (const { key, title, value, shipped: was } of aside) {
    // Whoever wrote it has it open again.
    const written = await rooms.draftStore.published(key);
    await rooms.draftStore.insert({
      id: newId(now),
      key,
      title,
      value,
      status: 'refused',
      author: written?.author ?? words.system,
      authorName: written?.authorName ?? words.system,
      basedOn: was === null ? null : contentHash(was),
      base: was,
      rev: 1,
      note: words.upgraded,
      publishAt: null,
      reviewer: null,
      reviewerName: words.system,
      reviewNote: words.aside,
      createdAt: now,
      updatedAt: now,
    });
  }
  log.info({ number: newest.number + 1, aside: aside.length }, 'Edits were laid over the new knowledge');
}
