import { useQuery } from '@tanstack/react-query';
import { Collapse, Empty, Skeleton } from 'antd';
import type { QuestionsView } from '#insight/contract.ts';
import { readQuestions } from '../../api/insight.ts';
import { useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { aspectWords } from '../../words/aspects.vi.ts';
import { outcomeWords } from '../../words/outcomes.vi.ts';
import { questionsWords as words } from '../../words/questions.vi.ts';
import '../../teach/teach.css';
import './questions.css';

type Topic = QuestionsView['topics'][number];

/** What residents ask, by topic, most asked first. */
export function Component() {
  const scope = useScope();
  const asked = useQuery({ queryKey: ['questions', scope], queryFn: () => readQuestions(scope) });
  const view = asked.data;
  return (
    <Page title={words.title} intro={words.intro}>
      {asked.isPending ? <Skeleton active /> : null}
      {asked.isError ? <Problem error={asked.error} retry={asked.refetch} /> : null}
      {view?.asked === 0 ? (
        <Empty
          description={
            <>
              <p>{words.empty}</p>
              <p className="soft">{words.emptyMore}</p>
            </>
          }
        />
      ) : null}
      {view === undefined || view.asked === 0 ? null : (
        <>
          <p>{words.sum(view.asked, view.people)}</p>
          <Collapse
            items={view.topics.map((topic) => ({
              key: topic.topic?.id ?? 'none',
              label: (
                <span className="asked-head">
                  <span>{topic.topic?.name ?? words.none}</span>
                  <span className="soft">
                    {words.count}: {topic.count}, {words.people.toLowerCase()}: {topic.people}
                  </span>
                </span>
              ),
              children: <About topic={topic} />,
            }))}
          />
        </>
      )}
    </Page>
  );
}

function About({ topic }: { readonly topic: Topic }) {
  const { outcomes, aspects, helped, notHelped, wrong, wordings } = topic;
  const rated = [
    helped > 0 ? words.helped(helped) : '',
    notHelped > 0 ? words.notHelped(notHelped) : '',
    wrong > 0 ? words.wrong(wrong) : '',
  ].filter((part) => part !== '');
  return (
    <dl className="asked">
      <dt>{words.outcomes}</dt>
      <dd>
        {outcomes.map(({ outcome, count }) => `${outcomeWords[outcome]} (${String(count)})`).join(', ')}
      </dd>
      <dt>{words.aspects}</dt>
      <dd>
        {aspects
          .map(({ aspect, count }) => {
            const name = aspect === null ? words.noAspect : aspectWords[aspect];
            return `${name} (${String(count)})`;
          })
          .join(', ')}
      </dd>
      <dt>{words.rated}</dt>
      <dd>{rated.length === 0 ? words.notRated : rated.join(', ')}</dd>
      <dt>{words.wordings}</dt>
      <dd>
        {wordings.length === 0 ? (
          words.noWordings
        ) : (
          <ul>
            {wordings.map(({ text, count }) => (
              <li key={text}>
                “{text}” ({count})
              </li>
            ))}
          </ul>
        )}
      </dd>
    </dl>
  );
}
