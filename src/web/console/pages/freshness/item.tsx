import { CheckOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Flex, Tag } from 'antd';
import { Link } from 'react-router';
import type { WorkItem } from '#publishing/freshness/contract.ts';
import { call } from '../../api/call.ts';
import { sentenceFor } from '../../api/error.ts';
import { useMay, useOfficer, useScope } from '../../api/session.ts';
import { localDateText, timeText } from '../../shell/times.ts';
import { useHome } from '../../shell/use-home.ts';
import { freshnessWords as words } from '../../words/freshness.vi.ts';
import { kindWords } from '../../words/kinds.vi.ts';
import { freshnessCalls } from './contracts.ts';
import { DeadLink } from './dead-link.tsx';

/** One entry, why it is here, who has it, and what can be done. */
export function Item({
  item,
  onConfirm,
  onChange,
}: {
  readonly item: WorkItem;
  readonly onConfirm: () => void;
  readonly onChange: () => void;
}) {
  const { key, title, asOf, taken, confirmed, confirmable } = item;
  const scope = useScope();
  const officer = useOfficer();
  const mayEdit = useMay('edit');
  const { to } = useHome();
  const { message } = App.useApp();
  const isMine = taken?.by === officer.id;
  const taking = useMutation({
    mutationFn: () => call(freshnessCalls.take, { params: { scope }, body: { key, mine: !isMine } }),
    onSuccess: onChange,
    onError: (error) => void message.error(sentenceFor(error)),
  });
  const entry = to(`noi-dung/${key.kind}/${encodeURIComponent(key.id)}`);
  return (
    <li className={confirmed === null ? 'work' : 'work done'}>
      <h2>
        <Link to={entry}>{title}</Link>
      </h2>
      <p className="soft">
        {kindWords[key.kind].many}
        {asOf === null ? '' : ` · ${words.asOf(localDateText(asOf))}`}
        {key.scope === scope ? null : <Tag>{words.shared}</Tag>}
      </p>
      <ul className="reasons">
        {item.reasons.map((reason) => (
          <Reason key={reason.kind} reason={reason} />
        ))}
        {item.links.map((link) => (
          <DeadLink key={link.url} link={link} mayAsk={mayEdit} onChange={onChange} />
        ))}
      </ul>
      {confirmed === null ? null : <p>{words.confirmed(confirmed.name, timeText(confirmed.at))}</p>}
      {taken === null ? null : <p>{words.taken(taken.name, timeText(taken.at))}</p>}
      {mayEdit ? (
        <Flex wrap gap={8}>
          {confirmable && confirmed === null ? (
            <Button
              type="primary"
              icon={<CheckOutlined aria-hidden />}
              aria-label={words.rightOf(title)}
              onClick={onConfirm}
            >
              {words.right}
            </Button>
          ) : null}
          <Link to={entry} className="ant-btn-like" aria-label={words.editOf(title)}>
            {words.edit}
          </Link>
          {key.scope === scope && confirmed === null ? (
            <Button
              aria-label={isMine ? undefined : words.takeOf(title)}
              loading={taking.isPending}
              onClick={() => taking.mutate()}
            >
              {isMine ? words.giveBack : words.take}
            </Button>
          ) : null}
        </Flex>
      ) : null}
    </li>
  );
}

/** Dead links have lines of their own. */
function Reason({ reason: { kind, about } }: { readonly reason: WorkItem['reasons'][number] }) {
  if (kind === 'dead-link') return null;
  const said =
    kind === 'overdue' || kind === 'soon'
      ? words.says[kind](localDateText(about[0] ?? ''))
      : words.says[kind](about.join('; '));
  return (
    <li>
      <b>{words.reasons[kind]}.</b> {said}
    </li>
  );
}
