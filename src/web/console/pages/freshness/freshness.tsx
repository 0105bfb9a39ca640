import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Checkbox, Empty, Flex, Input, Pagination, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import './freshness.css';
import type { WorkItem } from '#publishing/freshness/contract.ts';
import { REASONS, type ReasonKind } from '#publishing/freshness/reason-kinds.ts';
import { call } from '../../api/call.ts';
import { useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { timeText } from '../../shell/times.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { freshnessWords as words } from '../../words/freshness.vi.ts';
import { Confirm } from './confirm.tsx';
import { freshnessCalls } from './contracts.ts';
import { Item } from './item.tsx';

const PAGE = 50;

export function Component() {
  const scope = useScope();
  const [reason, setReason] = useState<ReasonKind | 'all'>('all');
  const [mine, setMine] = useState(false);
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(1);
  const [confirming, setConfirming] = useState<WorkItem | null>(null);
  const q = useDeferredValue(typed);
  const query = {
    reason: reason === 'all' ? undefined : reason,
    mine: mine ? 'yes' : undefined,
    q: q === '' ? undefined : q,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  };
  const list = useQuery({
    queryKey: ['freshness', scope, query],
    queryFn: ({ signal }) => call(freshnessCalls.list, { params: { scope }, query, signal }),
    placeholderData: keepPreviousData,
  });
  const narrow = (change: () => void): void => {
    change();
    setPage(1);
  };
  const { data } = list;
  const name = (kind: ReasonKind): string => words.count(words.reasons[kind], data?.counts[kind] ?? 0);
  const filtered = reason !== 'all' || mine || q !== '';
  return (
    <Page title={words.title} intro={scope === 'base' ? words.intro : words.introUnit}>
      <Flex wrap gap={8} align="center" role="search" aria-label={words.title} className="freshness-filter">
        <Select
          aria-label={words.filter}
          value={reason}
          onChange={(kind: ReasonKind | 'all') => narrow(() => setReason(kind))}
          options={[
            { value: 'all', label: words.all },
            ...REASONS.map((kind) => ({ value: kind, label: name(kind) })),
          ]}
          popupMatchSelectWidth={false}
          className="reason"
        />
        <Input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={({ target }) => narrow(() => setTyped(target.value))}
          allowClear={false}
          className="words"
        />
        <Checkbox checked={mine} onChange={({ target }) => narrow(() => setMine(target.checked))}>
          {words.mine}
        </Checkbox>
      </Flex>
      {list.isError ? <Problem error={list.error} retry={list.refetch} /> : null}
      {list.isPending ? <Waiting /> : null}
      {data === undefined ? null : (
        <>
          <p role="status">{words.found(data.total)}</p>
          {data.total === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={filtered ? words.noMatch : words.none} />
          ) : null}
          <ul className="work-list">
            {data.items.map((item) => (
              <Item
                key={`${item.key.kind} ${item.key.scope} ${item.key.id}`}
                item={item}
                onConfirm={() => setConfirming(item)}
                onChange={() => void list.refetch()}
              />
            ))}
          </ul>
          {data.total > PAGE ? (
            <Pagination
              current={page}
              pageSize={PAGE}
              total={data.total}
              onChange={setPage}
              showSizeChanger={false}
            />
          ) : null}
          {data.links.known === 0 ? null : (
            <p className="soft">{words.lookedAt(data.links.known, timeText(data.links.lookedAt))}</p>
          )}
        </>
      )}
      <Confirm item={confirming} onClose={() => setConfirming(null)} onDone={() => void list.refetch()} />
    </Page>
  );
}
