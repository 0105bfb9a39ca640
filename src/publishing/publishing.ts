import type { Route } from '#http/route.ts';
import type { CompiledRelease } from '#knowledge/release.ts';
import type { Logger } from '#root/logging.ts';
import type { Audit, StaffDoor } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import type { Model } from '#understanding/model.ts';
import { createJobQueue } from '#work/repository.ts';
import { createWork } from '#work/scheduler.ts';
import { createArtifacts } from './artifacts.ts';
import type { Bench } from './bench.ts';
import { createDraftRoom } from './drafts.ts';
import { createGate } from './gate.ts';
import { layOverShipped } from './lay-over-shipped.ts';
import { createLiveHolder, type LiveHolder } from './live.ts';
import { createPictureStore } from './pictures/repository.ts';
import { openPictureRoutes, pictureRoutes } from './pictures/routes.ts';
import type { Drafts, Judge, Preview, Workshop } from './ports.ts';
import { createPublisher } from './publisher.ts';
import { createDraftStore } from './repository/drafts.ts';
import { createEntryStore } from './repository/entries.ts';
import { createPublicationStore } from './repository/publications.ts';
import { createReleaseStore } from './repository/releases.ts';
import { createReview, type Review } from './review.ts';
import { draftRoutes } from './routes/drafts.ts';
import { entryRoutes } from './routes/entries.ts';
import { overrideRoutes } from './routes/overrides.ts';
import { previewRoutes } from './routes/preview.ts';
import { releaseRoutes } from './routes/releases.ts';
import type { Rooms } from './routes/rooms.ts';
import { openShelf, type Shelf } from './shelf.ts';
import { createWorkshop } from './workshop.ts';

export interface Publishing {
  readonly live: LiveHolder;
  readonly drafts: Drafts;
  /** Hands a draft in for review by a second person. */
  readonly submit: Review['submit'];
  readonly workshop: Workshop;
  /** Reads what officers edit, once a process. `drafts` may be asked from then on. */
  readonly prepare: () => Promise<void>;
  /** Routes of rooms that ask `drafts`: each waits for `prepare` first. */
  readonly prepared: (routes: readonly Route[]) => readonly Route[];
  readonly routes: readonly Route[];
  /** For residents: pictures that the live release names. */
  readonly openRoutes: readonly Route[];
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

export interface ReleaseParts {
  readonly database: Database;
  readonly bench: Bench;
  readonly clock: () => number;
  readonly log: Logger;
  /** As the product came. */
  readonly shipped: { readonly compiled: CompiledRelease; readonly model: Model };
  /** How often a node looks what is live, and what is due; for tests. */
  readonly everyMs?: number;
}

/** What is live, before anybody who edits it comes in. */
export interface Releases extends ReleaseParts {
  readonly live: LiveHolder;
}

/** Resolves when what is published is live here, and nothing waits to be laid over. */
export async function openReleases(parts: ReleaseParts): Promise<Releases> {
  const { database, bench, clock, log, shipped, everyMs } = parts;
  const releases = createReleaseStore(database);
  const artifacts = createArtifacts(releases);
  const entryStore = createEntryStore(database);
  const draftStore = createDraftStore(database);
  await layOverShipped({
    bench,
    shipped: shipped.compiled,
    releases,
    artifacts,
    entryStore,
    draftStore,
    clock,
    log,
  });
  const live = createLiveHolder({
    shipped,
    store: releases,
    artifacts,
    log,
    ...(everyMs === undefined ? {} : { everyMs }),
  });
  await live.refresh();
  return { ...parts, live };
}

const PUBLISH = 'publish';
/** Longer than the gate takes; whoever dies in it is followed by another after that. */
const LEASE_MS = 120_000;

/** What the composition lends: the bot itself, which this room knows nothing of. */
export interface Minds {
  readonly judge: Judge;
  readonly preview: Preview;
}

/** The publishing room over the releases of this node. */
export function createPublishing(
  parts: Releases & Minds & { readonly door: StaffDoor; readonly audit: Audit },
): Publishing {
  const { database, bench, door, audit, clock, log, shipped, judge, preview, live, everyMs = 1000 } = parts;
  const draftStore = createDraftStore(database);
  const entryStore = createEntryStore(database);
  const releases = createReleaseStore(database);
  const publications = createPublicationStore(database);
  const artifacts = createArtifacts(releases);
  const pictures = createPictureStore(database);
  const queue = createJobQueue(database);

  let open: Shelf | null = null;
  let opening: Promise<void> | null = null;
  const reopen = async (): Promise<void> => {
    open = openShelf(await bench.values(), await entryStore.overlay());
  };
  const prepare = (): Promise<void> => {
    if (open !== null) return Promise.resolve();
    opening ??= reopen().finally(() => {
      opening = null;
    });
    return opening;
  };
  // Nobody edits on this node yet: nothing is kept in memory for it.
  live.onSwap(async () => {
    if (open !== null) await reopen();
  });
  const shelf = (): Shelf => {
    if (open === null) throw new Error('the shelf is read before it is opened');
    return open;
  };

  const due = async (publication: string, at: number): Promise<void> => {
    await queue.enqueue({ kind: PUBLISH, key: publication, payload: null, at }, clock());
  };
  const drafts = createDraftRoom({ shelf, bench, store: draftStore, audit, clock });
  const review = createReview({ drafts, shelf, publications, audit, clock, due });
  const gate = createGate({ bench, live, judge, store: releases, artifacts, pictures });
  const publisher = createPublisher({
    gate,
    live,
    shelf,
    drafts,
    draftStore,
    entryStore,
    releases,
    publications,
    audit,
    clock,
    log,
    shipped: shipped.compiled.hash,
  });
  const work = createWork({
    queue,
    clock,
    log,
    schedules: [],
    leaseMs: LEASE_MS,
    pollMs: everyMs,
    handlers: new Map([
      [
        PUBLISH,
        async () => {
          await prepare();
          await publisher.publishDue();
        },
      ],
    ]),
  });

  const rooms: Rooms = {
    door,
    audit,
    drafts,
    review,
    store: draftStore,
    entryStore,
    releases,
    publications,
    bench,
    shelf,
    live: live.now,
    preview,
    clock,
    due,
  };

  const workshop = createWorkshop({ bench, live, drafts, prepare });

  const prepared = (routes: readonly Route[]): readonly Route[] =>
    routes.map((route) => ({
      ...route,
      run: async (...asked) => {
        await prepare();
        return await route.run(...asked);
      },
    }));

  return {
    live,
    drafts,
    submit: review.submit,
    workshop,
    prepare,
    prepared,
    openRoutes: openPictureRoutes(pictures, live.now),
    routes: prepared([
      ...entryRoutes(rooms),
      ...previewRoutes(rooms),
      ...draftRoutes(rooms),
      ...releaseRoutes(rooms),
      ...overrideRoutes(rooms),
      ...pictureRoutes({ door, audit, pictures, clock }),
    ]),
    start() {
      live.start();
      work.start();
    },
    async stop() {
      await work.stop();
      await live.stop();
      await bench.close();
    },
  };
}
