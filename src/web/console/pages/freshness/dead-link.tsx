import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { WorkItem } from '#publishing/freshness/contract.ts';
import { call } from '../../api/call.ts';
import { sentenceFor } from '../../api/error.ts';
import { useScope } from '../../api/session.ts';
import { dayText } from '../../shell/times.ts';
import { freshnessWords as words } from '../../words/freshness.vi.ts';
import { freshnessCalls } from './contracts.ts';

/** A link that leads nowhere, since when, and another look at it. */
export function DeadLink({
  link: { url, state, lookedAt, failingSince },
  mayAsk,
  onChange,
}: {
  readonly link: WorkItem['links'][number];
  readonly mayAsk: boolean;
  readonly onChange: () => void;
}) {
  const scope = useScope();
  const { message } = App.useApp();
  const looking = useMutation({
    mutationFn: () => call(freshnessCalls.look, { params: { scope }, body: { url } }),
    onSuccess: (seen) => {
      void message.info(words.looked(words.links[seen.state]));
      onChange();
    },
    onError: (error) => void message.error(sentenceFor(error)),
  });
  return (
    <li>
      <b>{words.reasons['dead-link']}.</b>{' '}
      <a href={url} target="_blank" rel="noreferrer noopener">
        {url}
      </a>{' '}
      ({words.link(words.links[state], dayText(failingSince ?? lookedAt))}){' '}
      {mayAsk ? (
        <Button
          size="small"
          aria-label={words.lookAgainOf(url)}
          loading={looking.isPending}
          onClick={() => looking.mutate()}
        >
          {words.lookAgain}
        </Button>
      ) : null}
    </li>
  );
}
