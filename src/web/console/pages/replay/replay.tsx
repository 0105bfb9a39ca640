import { useQuery } from '@tanstack/react-query';
import { Checkbox, Empty, Flex, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { draftsSchema } from '#publishing/contract.ts';
import { call } from '../../api/call.ts';
import { useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { kindWords } from '../../words/kinds.vi.ts';
import { replayWords as words } from '../../words/replay.vi.ts';
import { Comparison } from './comparison.tsx';

const OPEN = new Set(['writing', 'in-review', 'approved']);

/** Drafts against what was really asked. `?nhap=<id>`: that one is chosen already. */
export function Component() {
  const scope = useScope();
  const [params] = useSearchParams();
  const wanted = params.getAll('nhap');
  const [chosen, setChosen] = useState<readonly string[]>(wanted);
  const list = useQuery({
    queryKey: ['drafts', scope, 'open'],
    queryFn: () =>
      call({ method: 'GET', path: '/api/staff/:scope/drafts', out: draftsSchema }, { params: { scope } }),
  });
  const drafts = (list.data?.drafts ?? []).filter(({ status }) => OPEN.has(status));
  const changes = drafts.filter(({ id }) => chosen.includes(id)).map(({ key, value }) => ({ key, value }));
  return (
    <Page title={words.title} intro={words.intro}>
      {list.isPending ? <Skeleton active /> : null}
      {list.isError ? <Problem error={list.error} retry={list.refetch} /> : null}
      {list.isSuccess && drafts.length === 0 ? <Empty description={words.draftsNone} /> : null}
      {drafts.length === 0 ? null : (
        <>
          <fieldset className="drafts">
            <legend>{words.drafts}</legend>
            <Checkbox.Group
              value={[...chosen]}
              onChange={(ids) => setChosen(ids)}
              options={drafts.map(({ id, title, key, status, authorName }) => ({
                value: id,
                label: `${title} (${kindWords[key.kind].one}, ${words.statuses[status]}, ${authorName})`,
              }))}
            />
          </fieldset>
          <Flex vertical>
            <Comparison scope={scope} what={changes.length === 0 ? null : { kind: 'changes', changes }} />
          </Flex>
        </>
      )}
    </Page>
  );
}
