import type { ReactNode } from 'react';
import { may } from '#staff/officer.ts';
import { useOfficer } from '../api/session.ts';
import { shellWords } from '../words/shell.vi.ts';
import { Page } from './page.tsx';
import type { ConsolePage } from './page-spec.ts';
import { useHome } from './use-home.ts';

/** Says in words what the server would refuse. */
export function Guarded({ page, children }: { readonly page: ConsolePage; readonly children: ReactNode }) {
  const officer = useOfficer();
  const { scope } = useHome();
  const where = page.provinceOnly === true ? 'base' : scope;
  if (page.place === 'plain' || may(officer, page.needs ?? 'view', where)) return children;
  return (
    <Page title={shellWords.forbidden}>
      <p>{shellWords.forbiddenMore}</p>
    </Page>
  );
}
