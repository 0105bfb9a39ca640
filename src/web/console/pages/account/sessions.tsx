import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { auth } from '../../api/auth.ts';
import { call } from '../../api/call.ts';
import { sentenceFor } from '../../api/error.ts';
import { Problem } from '../../shell/problem.tsx';
import { timeText } from '../../shell/times.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { accountWords as words } from '../../words/account.vi.ts';
import { deviceOf } from './device.ts';

/** Where this account is signed in; ended one by one, or all. */
export function Sessions() {
  const { message, modal } = App.useApp();
  const list = useQuery({ queryKey: ['sessions'], queryFn: () => call(auth.sessions) });
  const said = { onError: (error: unknown) => void message.error(sentenceFor(error)) };
  const ending = useMutation({
    ...said,
    mutationFn: (id: string) => call(auth.endSession, { params: { id }, body: {} }),
    onSuccess: async () => {
      await list.refetch();
      void message.success(words.ended);
    },
  });
  const endingAll = useMutation({
    ...said,
    mutationFn: () => call(auth.endAll, { body: {} }),
    onSuccess: () => location.assign('/quan-tri/dang-nhap'),
  });
  const askAll = (): void =>
    void modal.confirm({
      title: words.endAllAsk,
      content: words.endAllMore,
      okText: words.endAll,
      cancelText: words.cancel,
      onOk: () => endingAll.mutateAsync(),
    });
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{words.sessions}</h2>
      <p>{words.sessionsIntro}</p>
      {list.isError ? <Problem error={list.error} retry={list.refetch} /> : null}
      {list.isPending ? <Waiting /> : null}
      <ul className="sessions">
        {list.data?.sessions.map(({ id, current, address, agent, createdAt, seenAt }) => (
          <li key={id}>
            <div>
              <p>
                <b>{deviceOf(agent)}</b> {current ? <Tag>{words.thisOne}</Tag> : null}
              </p>
              <p className="soft">
                {words.address}: {address}. {words.began} {timeText(createdAt)}. {words.seen}{' '}
                {timeText(seenAt)}.
              </p>
            </div>
            {current ? null : (
              <Button
                aria-label={words.endOf(deviceOf(agent))}
                loading={ending.isPending && ending.variables === id}
                onClick={() => ending.mutate(id)}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button danger onClick={askAll}>
        {words.endAll}
      </Button>
    </section>
  );
}
