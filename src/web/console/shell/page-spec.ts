import type { ReactNode } from 'react';
import type { Permission } from '#staff/officer.ts';

/** What a page's file exports. Its heading, title and crumbs are drawn by `Page` (shell/page.tsx). */
export interface PageModule {
  readonly Component: () => ReactNode;
}

export interface ConsolePage {
  /** Below `/quan-tri/:scope/`, such as `phat-hanh/:number`; with `place: 'open'` or `'plain'` below `/quan-tri/`. */
  readonly path: string;
  /**
   * `unit` (if not said): in the frame, for the unit of the address. `plain`: in the frame, about no unit (help, her
   * account). `open`: without the frame, for people who are not signed in.
   */
  readonly place?: 'unit' | 'plain' | 'open';
  /** Who sees it in the menu and may open it; the server checks again. */
  readonly needs?: Permission;
  /** Only for who holds it for the whole province (`base`). */
  readonly provinceOnly?: boolean;
  /** Absent: not in the menu (a page behind another page). */
  readonly menu?: {
    readonly group: 'content' | 'publishing' | 'questions' | 'people';
    readonly label: string;
    readonly icon: ReactNode;
    /** Small first. */
    readonly order: number;
  };
  /** Fetched when the page is opened: `() => import('./list.tsx')`. */
  readonly load: () => Promise<PageModule>;
}
