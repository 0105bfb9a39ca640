import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Popconfirm, Tag } from 'antd';
import type { ReviewGroupView } from '#insight/contract.ts';
import { may } from '#staff/officer.ts';
import { settle } from '../../api/insight.ts';
import { useMay, useOfficer } from '../../api/session.ts';
import { Problem } from '../../shell/problem.tsx';
import { aspectWords } from '../../words/aspects.vi.ts';
import { reviewWords as words } from '../../words/review.vi.ts';

/** Questions that sound alike: what was written, what it was taken for, what can be done. */
export function Group({
  scope,
  group,
  assign,
  write,
  dismissed,
}: {
  readonly scope: string;
  readonly group: ReviewGroupView;
  readonly assign: () => void;
  readonly write: () => void;
  readonly dismissed: () => unknown;
}) {
  const mayEdit = useMay('edit');
  const mayWrite = may(useOfficer(), 'edit', 'base');
  const mayAnswer = useMay('answer');
  const dismiss = useMutation({
    mutationFn: () => settle(scope, { what: { kind: 'group', id: group.id }, as: 'dismissed' }),
    onSuccess: dismissed,
  });
  const [first] = group.wordings;
  return (
    <article className="group" aria-label={first?.text ?? group.id}>
      <Flex wrap gap={8} align="center" className="group-head">
        <h3>“{first?.text}”</h3>
        <span className="soft">
          {words.count(group.count, group.people)}, {words.lastAt(dayOf(group.lastAt))}
        </span>
      </Flex>
      <Flex wrap gap={6} component="ul" className="tags">
        {group.kinds.map(({ kind, count }) => (
          <li key={kind}>
            <Tag>
              {words.kinds[kind]}: {count}
            </Tag>
          </li>
        ))}
      </Flex>
      {group.wordings.length < 2 ? null : (
        <>
          <p className="soft">{words.wordings}:</p>
          <ul>
            {group.wordings.slice(1).map(({ text, count }) => (
              <li key={text}>
                “{text}” {count > 1 ? <Tag>{count}</Tag> : null}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="soft">
        {words.taken}:{' '}
        {group.taken
          .map(({ topic, aspect, count }) => {
            const name = topic === null ? words.takenNothing : topic.name;
            return `${aspect === null ? name : `${name}, ${aspectWords[aspect]}`} (${String(count)})`;
          })
          .join('; ')}
      </p>
      {dismiss.isError ? <Problem error={dismiss.error} /> : null}
      <Flex wrap gap={8}>
        {mayEdit ? (
          <Button type="primary" onClick={assign}>
            {words.assign}
          </Button>
        ) : null}
        {mayWrite ? <Button onClick={write}>{words.makeEntry}</Button> : null}
        {mayAnswer ? (
          <Popconfirm
            title={words.dismissAsk}
            description={words.dismissMore}
            okText={words.dismiss}
            cancelText={words.undoNo}
            onConfirm={() => dismiss.mutate()}
          >
            <Button loading={dismiss.isPending}>{words.dismiss}</Button>
          </Popconfirm>
        ) : null}
      </Flex>
    </article>
  );
}

const format = new Intl.DateTimeFormat('vi', {
  day: 'numeric',
  month: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
});
const dayOf = (at: number): string => format.format(at);
