import { useMutation } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { Link } from 'react-router';
import type { Review } from '#insight/contract.ts';
import { settle } from '../../api/insight.ts';
import { useMay } from '../../api/session.ts';
import { Problem } from '../../shell/problem.tsx';
import { useHome } from '../../shell/use-home.ts';
import { factFieldWords } from '../../words/outcomes.vi.ts';
import { reviewWords as words } from '../../words/review.vi.ts';

/** Facts that residents reported: no wording, so one report is enough to be shown. */
export function WrongFacts({
  scope,
  wrong,
  settled,
}: {
  readonly scope: string;
  readonly wrong: Review['wrong'];
  readonly settled: () => unknown;
}) {
  const { to } = useHome();
  const mayAnswer = useMay('answer');
  const done = useMutation({
    mutationFn: (key: string) => settle(scope, { what: { kind: 'fact', key }, as: 'entry' }),
    onSuccess: settled,
  });
  return (
    <section aria-label={words.wrongTitle}>
      <h2>{words.wrongTitle}</h2>
      {wrong.length === 0 ? <p className="soft">{words.wrongNone}</p> : <p>{words.wrongIntro}</p>}
      {done.isError ? <Problem error={done.error} /> : null}
      {wrong.map(({ key, procedure, field, reports, people }) => (
        <article className="group" key={key}>
          <h3>
            {factFieldWords[field] ?? field}: {procedure.name}
          </h3>
          <p className="soft">{words.wrongCount(reports, people)}</p>
          <Flex wrap gap={8} align="center">
            <Link to={to(`noi-dung/procedure/${procedure.id}`)}>
              <Button type="primary" tabIndex={-1}>
                {words.openEntry}
              </Button>
            </Link>
            {mayAnswer ? <Button onClick={() => done.mutate(key)}>{words.stillRight}</Button> : null}
          </Flex>
        </article>
      ))}
    </section>
  );
}
