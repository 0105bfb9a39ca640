import type { ReactNode } from 'react';
import { may } from '#staff/officer.ts';
import { useOfficer } from '../api/session.ts';
import { pages } from '../pages/pages.ts';
import { shellWords } from '../words/shell.vi.ts';
import type { ConsolePage } from './page-spec.ts';
import { useHome } from './use-home.ts';

export interface MenuGroup {
  readonly title: string;
  readonly items: readonly { readonly label: string; readonly icon: ReactNode; readonly to: string }[];
}

/** What she may open in the unit of the address, by group. */
export function useMenu(): readonly MenuGroup[] {
  const officer = useOfficer();
  const { scope, to } = useHome();
  const open = ({ needs, provinceOnly }: ConsolePage): boolean =>
    may(officer, needs ?? 'view', provinceOnly === true ? 'base' : scope);
  const groups = ['content', 'publishing', 'questions', 'people'] as const;
  return groups
    .map((group) => ({
      title: shellWords.groups[group],
      items: pages
        .flatMap((page) =>
          page.menu?.group === group && open(page) ? [{ ...page.menu, to: to(page.path, page.place) }] : [],
        )
        .sort((a, b) => a.order - b.order),
    }))
    .filter(({ items }) => items.length > 0);
}
