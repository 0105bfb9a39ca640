import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { readTopicWords, useTopics } from '../../api/insight.ts';
import { Problem } from '../../shell/problem.tsx';
import { useHome } from '../../shell/use-home.ts';
import { entryPath } from '../../teach/entry-path.ts';
import { TopicSelect } from '../../teach/topic-select.tsx';
import { WordWeights } from '../../teach/word-weights.tsx';
import { teachWords } from '../../words/teach.vi.ts';
import { understandingWords as words } from '../../words/understanding.vi.ts';

/** What sets a topic apart from the others. The choice stands in the address: `?viec=`. */
export function TopicWords({ scope }: { readonly scope: string }) {
  const { to } = useHome();
  const [params, setParams] = useSearchParams();
  const topic = params.get('viec');
  const id = useId();
  const kind = useTopics(scope).data?.topics.find((one) => one.id === topic)?.kind;
  const found = useQuery({
    queryKey: ['topic-words', scope, topic],
    queryFn: () => readTopicWords(scope, topic ?? ''),
    enabled: topic !== null,
  });
  return (
    <section aria-label={words.words}>
      <h2>{words.words}</h2>
      <p>{words.wordsIntro}</p>
      <div className="labelled topic">
        <label htmlFor={id}>{teachWords.topic}</label>
        <TopicSelect
          id={id}
          scope={scope}
          value={topic}
          allowClear
          onChange={(next) =>
            setParams(next === null ? {} : { viec: next }, { replace: true, preventScrollReset: true })
          }
        />
      </div>
      {topic !== null && found.isPending ? <Skeleton active /> : null}
      {found.isError ? <Problem error={found.error} /> : null}
      {found.data === undefined || topic === null ? null : (
        <>
          <h3>{words.wordsOf(found.data.topic.name)}</h3>
          {found.data.words.length === 0 ? <p>{words.wordsNone}</p> : null}
          <WordWeights words={found.data.words} />
          <h3>{words.phrasesOf}</h3>
          <ul className="lines">
            {found.data.phrases.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
          <Link to={to(entryPath(topic, kind))}>{words.openEntry}</Link>
        </>
      )}
    </section>
  );
}
