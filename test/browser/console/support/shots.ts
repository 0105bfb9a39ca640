import type { Page } from 'playwright-core';
import type { GuidePicture } from '../../../../src/web/console/words/guide.vi.ts';
import type { FakeStaff } from './fake-staff.ts';

/** A state of a page to be looked at, and checked by axe. `path` below `/quan-tri/`. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  readonly as?: 'officer' | 'province' | 'nobody';
  /** What the server answers here; on top of what the area's shots share. */
  readonly fake?: (staff: FakeStaff) => void;
  /** Also a picture of the guide (`src/web/console/pages/help/pictures`), as a wide window shows it. */
  readonly guide?: GuidePicture;
  /** Leads the page to the state. */
  readonly show: (page: Page) => Promise<unknown>;
}
