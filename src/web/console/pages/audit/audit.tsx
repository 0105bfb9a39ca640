import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import './audit.css';
import { auditPageSchema } from '#staff/contract.ts';
import { call } from '../../api/call.ts';
import { useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { auditWords as words } from '../../words/audit.vi.ts';
import { AuditFilter, noFilter, queryOf, type Filter } from './audit-filter.tsx';
import { AuditLines } from './audit-lines.tsx';

const auditCall = { method: 'GET', path: '/api/staff/:scope/audit', out: auditPageSchema } as const;

export function Component() {
  const scope = useScope();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const pages = useInfiniteQuery({
    queryKey: ['audit', scope, filter],
    queryFn: ({ pageParam, signal }) =>
      call(auditCall, { params: { scope }, query: { ...queryOf(filter), before: pageParam }, signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ lines, more }) => (more ? lines.at(-1)?.seq : undefined),
  });
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  const filtered = filter !== noFilter;
  return (
    <Page title={words.title} intro={words.intro}>
      <AuditFilter filter={filter} onChange={setFilter} lines={lines} />
      {pages.isError ? <Problem error={pages.error} retry={pages.refetch} /> : null}
      {pages.isPending ? <Waiting /> : null}
      {pages.data !== undefined && lines.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={filtered ? words.empty : words.none} />
      ) : (
        <AuditLines lines={lines} units={scope === 'base'} />
      )}
      {pages.hasNextPage ? (
        <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
          {words.more}
        </Button>
      ) : null}
    </Page>
  );
}
