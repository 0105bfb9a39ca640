import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Empty, Progress, Skeleton } from 'antd';
import { lookAgain, readHealth } from '../../api/insight.ts';
import { useMay, useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { understandingWords as words } from '../../words/understanding.vi.ts';
import { Findings } from './findings.tsx';
import { TopicWords } from './topic-words.tsx';
import '../../teach/teach.css';
import './understanding.css';

const LOOK_MS = 1500;

/** Where topics are mixed up, and what would help. */
export function Component() {
  const scope = useScope();
  const mayLook = useMay('answer');
  const queries = useQueryClient();
  const key = ['health', scope];
  const health = useQuery({
    queryKey: key,
    queryFn: () => readHealth(scope),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? LOOK_MS : false),
  });
  const look = useMutation({
    mutationFn: () => lookAgain(scope),
    onSuccess: (view) => queries.setQueryData(key, view),
  });
  const view = health.data;
  const running = view?.status === 'running';
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        mayLook ? (
          <Button type="primary" loading={running || look.isPending} onClick={() => look.mutate()}>
            {words.look}
          </Button>
        ) : null
      }
    >
      {health.isPending ? <Skeleton active /> : null}
      {health.isError ? <Problem error={health.error} retry={health.refetch} /> : null}
      {look.isError ? <Problem error={look.error} /> : null}
      <div aria-live="polite">
        {running ? (
          <>
            <Progress percent={Math.round(100 * view.done)} aria-label={words.looking} />
            <p className="soft">{words.lookingMore}</p>
          </>
        ) : null}
        {view?.status === null ? <Empty description={words.never} /> : null}
        {view?.status === 'failed' || view?.status === 'lost' ? (
          <Alert type="warning" showIcon title={words.failed} />
        ) : null}
        {view?.health != null && !view.fresh ? <Alert type="info" showIcon title={words.stale} /> : null}
      </div>
      {view?.health == null ? null : (
        <>
          <p>
            {words.sum(view.health.topics, view.health.phrases)}{' '}
            {view.at === null ? '' : words.at(format.format(view.at))}
          </p>
          <Findings health={view.health} />
        </>
      )}
      <TopicWords scope={scope} />
    </Page>
  );
}

const format = new Intl.DateTimeFormat('vi', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
});
