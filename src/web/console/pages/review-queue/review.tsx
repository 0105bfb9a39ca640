import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import type { ReviewGroupView } from '#insight/contract.ts';
import { readReview } from '../../api/insight.ts';
import { useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { TeachDialog } from '../../teach/teach-dialog.tsx';
import { reviewWords as words } from '../../words/review.vi.ts';
import { Group } from './group.tsx';
import { NewEntryDialog } from './new-entry-dialog.tsx';
import { WrongFacts } from './wrong-facts.tsx';
import '../../teach/teach.css';
import './review.css';

/** What residents asked that was not answered well, by similarity; each group is settled in two clicks. */
export function Component() {
  const scope = useScope();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [teaching, setTeaching] = useState<ReviewGroupView | null>(null);
  const [writing, setWriting] = useState<ReviewGroupView | null>(null);
  const review = useQuery({ queryKey: ['review', scope], queryFn: () => readReview(scope) });
  const again = () => queries.invalidateQueries({ queryKey: ['review', scope] });
  const settled = (said: string) => {
    void message.success(said);
    return again();
  };
  const { groups = [], wrong = [], hidden = 0 } = review.data ?? {};
  return (
    <Page title={words.title} intro={words.intro}>
      {review.isPending ? <Skeleton active /> : null}
      {review.isError ? <Problem error={review.error} retry={review.refetch} /> : null}
      {review.isSuccess ? (
        <>
          <WrongFacts scope={scope} wrong={wrong} settled={() => settled(words.settled)} />
          <section aria-label={words.groups}>
            <h2>{words.groups}</h2>
            {groups.length === 0 ? (
              <Empty
                description={
                  <>
                    <p>{words.empty}</p>
                    <p className="soft">{words.emptyMore}</p>
                  </>
                }
              />
            ) : (
              groups.map((group) => (
                <Group
                  key={group.id}
                  scope={scope}
                  group={group}
                  assign={() => setTeaching(group)}
                  write={() => setWriting(group)}
                  dismissed={() => settled(words.dismissed)}
                />
              ))
            )}
            {hidden > 0 ? <p className="soft">{words.hidden(hidden)}</p> : null}
          </section>
        </>
      ) : null}
      {teaching === null ? null : (
        <TeachDialog
          scope={scope}
          phrase={teaching.wordings[0]?.text ?? ''}
          group={teaching.id}
          close={() => setTeaching(null)}
          taught={() => void again()}
        />
      )}
      {writing === null ? null : (
        <NewEntryDialog
          scope={scope}
          group={writing}
          close={() => {
            setWriting(null);
            void again();
          }}
        />
      )}
    </Page>
  );
}
