import type { Audit, StaffDoor } from '#staff/door.ts';
import type { Bench } from '../bench.ts';
import type { DraftRoom } from '../drafts.ts';
import type { Live, Preview } from '../ports.ts';
import type { DraftStore } from '../repository/drafts.ts';
import type { EntryStore } from '../repository/entries.ts';
import type { PublicationStore } from '../repository/publications.ts';
import type { ReleaseStore } from '../repository/releases.ts';
import type { Review } from '../review.ts';
import type { Shelf } from '../shelf.ts';

/** What the routes speak to. */
export interface Rooms {
  readonly door: StaffDoor;
  readonly audit: Audit;
  readonly drafts: DraftRoom;
  readonly review: Review;
  readonly store: DraftStore;
  readonly entryStore: EntryStore;
  readonly releases: ReleaseStore;
  readonly publications: PublicationStore;
  readonly bench: Bench;
  readonly shelf: () => Shelf;
  readonly live: () => Live;
  readonly preview: Preview;
  readonly clock: () => number;
  /** A publication waits: the gate looks at its time. */
  readonly due: (publication: string, at: number) => Promise<void>;
}
