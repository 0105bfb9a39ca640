import { useQuery } from '@tanstack/react-query';
import { Empty, Radio, Table } from 'antd';
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
      <Radio.Group
        aria-label={words.show}
        optionType="button"
        value={status}
        onChange={(event) => {
          const chosen = statuses.find((one) => one === event.target.value) ?? 'in-review';
          setSearch(chosen === 'in-review' ? {} : { xem: chosen }, { replace: true });
        }}
        options={statuses.map((value) => ({ value, label: words.tabs[value] }))}
        className="chosen"
      />
      <Drafts key={status} status={status} />
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
      className="stacked"
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
        {
          title: words.columns.author,
          render: (_, { authorName }) => <Labelled label={words.columns.author}>{authorName}</Labelled>,
        },
        {
          title: words.columns.when,
          render: (_, { updatedAt }) => <Labelled label={words.columns.when}>{timeText(updatedAt)}</Labelled>,
        },
        {
          title: words.columns.publishAt,
          render: (_, { publishAt }) => (
            <Labelled label={words.columns.publishAt}>
              {publishAt === null ? words.now : timeText(publishAt)}
            </Labelled>
          ),
        },
      ]}
    />
  );
}

/** On a phone the table's heads are not there: each cell says what it is. */
function Labelled({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <>
      <span className="cell-label">{label}: </span>
      {children}
    </>
  );
}
