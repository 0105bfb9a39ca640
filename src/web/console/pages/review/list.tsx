import { useQuery } from '@tanstack/react-query';
import { Empty, Table, Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Draft } from '../../api/entries.ts';
import { listDrafts } from '../../api/publishing.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { timeText } from '../../shell/times.ts';
import { useHome } from '../../shell/use-home.ts';
import { kindWords } from '../../words/kinds.vi.ts';
import { publishingWords } from '../../words/publishing.vi.ts';
import './review.css';

const words = publishingWords.review;
const statuses = ['in-review', 'approved', 'refused', 'writing'] as const;
type Status = (typeof statuses)[number];

/** What waits for a second person, and what became of it. */
export function Component() {
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get('xem')) ?? 'in-review';
  return (
    <Page title={words.title} intro={words.intro}>
      <Tabs
        activeKey={status}
        onChange={(key) => setSearch(key === 'in-review' ? {} : { xem: key }, { replace: true })}
        destroyOnHidden
        items={statuses.map((key) => ({ key, label: words.tabs[key], children: <Drafts status={key} /> }))}
      />
    </Page>
  );
}

function Drafts({ status }: { readonly status: Status }) {
  const { scope, to } = useHome();
  const drafts = useQuery({
    queryKey: ['drafts', scope, status],
    queryFn: () => listDrafts(scope, status),
    refetchInterval: 15_000,
  });
  if (drafts.isError) return <Problem error={drafts.error} retry={drafts.refetch} />;
  return (
    <Table<Draft>
      rowKey="id"
      loading={drafts.isPending}
      dataSource={drafts.data?.drafts ?? []}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: 'max-content' }}
      locale={{
        emptyText: (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none}>
            <p>{words.noneHint}</p>
          </Empty>
        ),
      }}
      columns={[
        {
          title: words.columns.title,
          render: (_, { id, title, key }) => (
            <div className="draft-name">
              <Link to={to(`duyet/${id}`)}>{title}</Link>
              <div className="soft">{kindWords[key.kind].many}</div>
            </div>
          ),
        },
        { title: words.columns.author, dataIndex: 'authorName' },
        { title: words.columns.when, render: (_, { updatedAt }) => timeText(updatedAt) },
        {
          title: words.columns.publishAt,
          render: (_, { publishAt }) => (publishAt === null ? words.now : timeText(publishAt)),
        },
      ]}
    />
  );
}
