import { Empty } from 'antd';
import { Navigate } from 'react-router';
import { useOfficer } from '../api/session.ts';
import { shellWords } from '../words/shell.vi.ts';
import { Page } from './page.tsx';
import { firstScope, scopesOf } from './scopes.ts';

export function ToFirstUnit() {
  const officer = useOfficer();
  if (scopesOf(officer).length > 0) return <Navigate replace to={firstScope(officer)} />;
  return (
    <Page title={shellWords.noGrant} crumbs={[]}>
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={shellWords.noGrantMore} />
    </Page>
  );
}
