import { Flex, Table, Tag, type TableColumnsType } from 'antd';
import { memo, useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { localDate } from '#root/clock.ts';
import type { Listed } from '../../api/entries.ts';
import { localDateText } from '../../shell/times.ts';
import { contentWords as words } from '../../words/content.vi.ts';

/** `empty`: what stands there without rows. Drawn anew only with other rows: not with every letter of a search. */
export const EntriesTable = memo(function EntriesTable({
  scope,
  items,
  empty,
}: {
  readonly scope: string;
  readonly items: readonly Listed[];
  readonly empty: ReactNode;
}) {
  const columns = useMemo(() => columnsFor(scope), [scope]);
  return (
    <Table<Listed>
      rowKey={({ key }) => `${key.scope}:${key.id}`}
      columns={columns}
      dataSource={[...items]}
      size="middle"
      scroll={{ x: 'max-content' }}
      pagination={false}
      locale={{ emptyText: empty }}
    />
  );
});

const columnsFor = (scope: string): TableColumnsType<Listed> => [
  {
    title: words.columns.title,
    key: 'title',
    className: 'name',
    render: (_, entry) => (
      <>
        <Link to={`/quan-tri/${scope}/noi-dung/${entry.key.kind}/${encodeURIComponent(entry.key.id)}`}>
          {entry.title}
        </Link>
        <StateTags entry={entry} narrow />
      </>
    ),
  },
  {
    title: words.columns.state,
    key: 'state',
    responsive: ['md'],
    render: (_, entry) => <StateTags entry={entry} />,
  },
  ...(scope === 'base'
    ? []
    : [
        {
          title: words.columns.where,
          key: 'where',
          responsive: ['md' as const],
          render: (_: unknown, { key }: Listed) => (key.scope === 'base' ? words.shared : words.own),
        },
      ]),
  {
    title: words.columns.review,
    key: 'review',
    responsive: ['md'],
    render: (_, { review }) => (review === null ? '' : localDateText(review)),
  },
];

/** On a phone under the name, else in a column of its own. */
function StateTags({ entry, narrow = false }: { readonly entry: Listed; readonly narrow?: boolean }) {
  const { edited, drafts, review } = entry;
  const due = review !== null && review < localDate(Date.now());
  if (!edited && !due && drafts.length === 0) return null;
  return (
    <Flex gap={4} wrap className={narrow ? 'narrow-only' : ''}>
      {edited ? <Tag>{words.edited}</Tag> : null}
      {due ? <Tag>{words.due}</Tag> : null}
      {drafts.map(({ authorName, status }) => (
        <Tag key={`${authorName} ${status}`}>{words.drafts(authorName, words.statuses[status])}</Tag>
      ))}
    </Flex>
  );
}
