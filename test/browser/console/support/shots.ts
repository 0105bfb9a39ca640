import type { Page } from 'playwright-core';
import type { FakeStaff } from './fake-staff.ts';

/** A state of a page to be looked at, and checked by axe. `path` below `/quan-tri/`. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  readonly as?: 'officer' | 'province' | 'nobody';
  /** What the server answers here; on top of what the area's shots share. */
  readonly fake?: (staff: FakeStaff) => void;
  /** Leads the page to the state. */
  readonly show: (page: Page) => Promise<unknown>;
}
