import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Input, Pagination, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { entryKindSchema, entryKinds, listQuery } from '#publishing/contract.ts';
import type { EntryKind } from '#publishing/ports.ts';
import { listEntries, type Listed } from '../../api/entries.ts';
import { useMay, useScope } from '../../api/session.ts';
import { canAdd } from '../../editing/forms/forms.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { contentWords as words } from '../../words/content.vi.ts';
import { kindWords } from '../../words/kinds.vi.ts';
import { Labelled } from '../../shell/labelled.tsx';
import { AddEntry } from './add-entry.tsx';
import { EntriesTable } from './entries-table.tsx';
import './content.css';

const PAGE = 50;
const NONE: readonly Listed[] = [];

/** Everything that the bot says, by kind, searched while she types. What she chose stands in the address. */
export function Component() {
  const scope = useScope();
  const mayEdit = useMay('edit');
  const [params, setParams] = useSearchParams();
  const kind = entryKindSchema.catch('procedure').parse(params.get('loai'));
  const only = listQuery.shape.only.catch(undefined).parse(params.get('chi') ?? undefined);
  const page = Math.max(1, Number(params.get('trang') ?? 1) || 1);
  const [typed, setTyped] = useState(params.get('tim') ?? '');
  const q = useDeferredValue(typed.trim());
  const [adding, setAdding] = useState(false);
  const change = (changes: Record<string, string | undefined>): void =>
    setParams(
      (before) => {
        for (const [name, value] of Object.entries({ trang: undefined, ...changes }))
          if (value === undefined || value === '') before.delete(name);
          else before.set(name, value);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const list = useQuery({
    queryKey: ['entries', scope, kind, q, only, page],
    queryFn: ({ signal }) =>
      listEntries(
        scope,
        { kind, q, offset: (page - 1) * PAGE, limit: PAGE, ...(only === undefined ? {} : { only }) },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const { one, hint } = kindWords[kind];
  const items = list.data?.items ?? NONE;
  const empty = list.isError ? null : list.data === undefined || list.isPlaceholderData ? (
    <Waiting />
  ) : (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`${words.none} ${words.noneFilter}`}>
      <Button
        onClick={() => {
          setTyped('');
          change({ tim: undefined, chi: undefined });
        }}
      >
        {words.clear}
      </Button>
    </Empty>
  );
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        mayEdit && canAdd(kind, scope) ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {words.add(one)}
          </Button>
        ) : null
      }
    >
      <Flex gap={12} wrap className="filters">
        <Labelled label={words.kind}>
          {(id) => (
            <Select
              id={id}
              value={kind}
              options={entryKinds.map((value) => ({ value, label: kindWords[value].many }))}
              onChange={(next: EntryKind) => change({ loai: next })}
            />
          )}
        </Labelled>
        <Labelled label={words.search} className="grow">
          {(id) => (
            <Input
              id={id}
              type="search"
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                change({ tim: target.value });
              }}
            />
          )}
        </Labelled>
        <Labelled label={words.only}>
          {(id) => (
            <Select
              id={id}
              value={only ?? ''}
              options={[
                { value: '', label: words.onlyAll },
                { value: 'drafted', label: words.onlyDrafted },
                { value: 'edited', label: words.onlyEdited },
                { value: 'due', label: words.onlyDue },
                { value: 'low', label: words.onlyLow },
              ]}
              onChange={(next: string) => change({ chi: next })}
            />
          )}
        </Labelled>
      </Flex>
      <p className="count" role="status">
        {list.data === undefined ? '' : `${hint} ${words.found(list.data.total)}.`}
      </p>
      {list.isError ? <Problem error={list.error} retry={list.refetch} /> : null}
      <EntriesTable scope={scope} items={items} empty={items.length > 0 ? null : empty} />
      <Pagination
        align="end"
        className="pages"
        hideOnSinglePage
        showSizeChanger={false}
        pageSize={PAGE}
        current={page}
        total={list.data?.total ?? 0}
        onChange={(next) => change({ trang: String(next) })}
      />
      {adding ? <AddEntry kind={kind} close={() => setAdding(false)} /> : null}
    </Page>
  );
}
