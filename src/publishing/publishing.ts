import type { Route } from '#http/route.ts';
import type { Audit, StaffDoor } from '#staff/door.ts';
import type { Database } from '#store/database.ts';
import type { Bench } from './bench.ts';
import { createDraftRoom } from './drafts.ts';
import type { Drafts } from './ports.ts';
import {
  createDraftStore,
  createEntryStore,
  createPublicationStore,
  createReleaseStore,
} from './repository.ts';
import { createReview } from './review.ts';
import { draftRoutes } from './routes/drafts.ts';
import { entryRoutes } from './routes/entries.ts';
import type { Rooms } from './routes/rooms.ts';
import { openShelf, type Shelf } from './shelf.ts';

export interface Publishing {
  readonly drafts: Drafts;
  readonly routes: readonly Route[];
}

/** The publishing room. Reads the shipped files and what lies over them once before it resolves. */
export async function openPublishing(parts: {
  readonly database: Database;
  readonly bench: Bench;
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly clock: () => number;
}): Promise<Publishing> {
  const { database, bench, door, audit, clock } = parts;
  const store = createDraftStore(database);
  const entryStore = createEntryStore(database);
  const releases = createReleaseStore(database);
  const publications = createPublicationStore(database);
  const values = await bench.values();
  let open: Shelf = openShelf(values, await entryStore.overlay());
  const shelf = (): Shelf => open;
  const drafts = createDraftRoom({ shelf, bench, store, audit, clock });
  const review = createReview({ drafts, shelf, publications, audit, clock, due: () => undefined });
  const rooms: Rooms = {
    door,
    audit,
    drafts,
    review,
    store,
    entryStore,
    releases,
    publications,
    bench,
    shelf,
    number: () => 0,
    clock,
  };
  return { drafts, routes: [...entryRoutes(rooms), ...draftRoutes(rooms)] };
}
