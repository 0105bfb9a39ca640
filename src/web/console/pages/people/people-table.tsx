import { DownOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown, Empty, Table, Tag, type TableColumnsType } from 'antd';
import type { Person } from '#staff/contract.ts';
import type { Officer } from '#staff/officer.ts';
import { call } from '../../api/call.ts';
import { sentenceFor } from '../../api/error.ts';
import { useOfficer, useScope } from '../../api/session.ts';
import { scopeName } from '../../shell/scopes.ts';
import { timeText } from '../../shell/times.ts';
import { accountWords } from '../../words/account.vi.ts';
import { peopleWords as words } from '../../words/people.vi.ts';
import { roleWords } from '../../words/roles.vi.ts';
import { peopleCalls } from './contracts.ts';

type Act = 'phone' | 'sessions' | 'disable' | 'enable';

export interface PeopleTableProps {
  /** null: not here yet. */
  readonly people: readonly Person[] | null;
  readonly onRole: (person: Person) => void;
  readonly onLink: (link: { readonly url: string; readonly expiresAt: number }) => void;
  readonly onChange: () => void;
}

export function PeopleTable({ people, onRole, onLink, onChange }: PeopleTableProps) {
  const scope = useScope();
  const officer = useOfficer();
  const { message, modal } = App.useApp();
  const say = { onError: (error: unknown) => void message.error(sentenceFor(error)) };
  const acting = useMutation({
    ...say,
    mutationFn: ({ act, person }: { readonly act: Act; readonly person: Person }) => {
      const params = { scope, account: person.id };
      if (act === 'phone') return call(peopleCalls.phone, { params, body: {} });
      if (act === 'sessions') return call(peopleCalls.sessions, { params, body: {} });
      return call(peopleCalls.active, { params, body: { active: act === 'enable' } });
    },
    onSuccess: (_, { act }) => {
      onChange();
      void message.success(words.done[act]);
    },
  });
  const linking = useMutation({
    ...say,
    mutationFn: (account: string) => call(peopleCalls.link, { params: { scope, account }, body: {} }),
    onSuccess: onLink,
  });
  const ask = (act: Act, person: Person): void => {
    const { title, more, ok } = words.asks[act];
    void modal.confirm({
      title: title(person.name),
      content: more,
      okText: ok,
      cancelText: words.cancel,
      onOk: () => acting.mutateAsync({ act, person }).catch(() => undefined),
    });
  };
  const chosen = (person: Person, key: string): void => {
    if (key === 'role') onRole(person);
    else if (key === 'link') linking.mutate(person.id);
    else if (key === 'phone' || key === 'sessions' || key === 'disable' || key === 'enable') ask(key, person);
  };

  const columns: TableColumnsType<Person> = [
    {
      title: words.person,
      key: 'person',
      render: (_, person) => <Who person={person} me={person.id === officer.id} />,
    },
    {
      title: words.role,
      key: 'role',
      responsive: ['md'],
      render: (_, { grants }) => <Roles grants={grants} />,
    },
    {
      title: words.second,
      key: 'second',
      responsive: ['lg'],
      render: (_, { secondFactor }) => (secondFactor ? words.secondOn : words.secondOff),
    },
    {
      title: words.lastIn,
      key: 'last',
      responsive: ['lg'],
      render: (_, { lastInAt }) => (lastInAt === null ? words.never : timeText(lastInAt)),
    },
    {
      title: words.more,
      key: 'more',
      width: 110,
      render: (_, person) => (
        <Dropdown
          trigger={['click']}
          menu={{ items: actionsFor(person), onClick: ({ key }) => chosen(person, key) }}
        >
          <Button aria-label={words.moreOf(person.name)} icon={<DownOutlined aria-hidden />} />
        </Dropdown>
      ),
    },
  ];
  return (
    <Table<Person>
      className="people"
      rowKey="id"
      columns={columns}
      dataSource={people === null ? [] : [...people]}
      loading={people === null}
      pagination={(people?.length ?? 0) > 50 ? { pageSize: 50 } : false}
      locale={{
        emptyText: (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={people === null ? '' : words.empty} />
        ),
      }}
    />
  );
}

function actionsFor({ manageable, secondFactor, disabledAt }: Person) {
  const { actions } = words;
  const whole = [
    { key: 'link', label: actions.link },
    ...(secondFactor ? [{ key: 'phone', label: actions.phone }] : []),
    { key: 'sessions', label: actions.sessions },
    disabledAt === null
      ? { key: 'disable', label: actions.disable, danger: true }
      : { key: 'enable', label: actions.enable },
  ];
  return [{ key: 'role', label: actions.role }, ...(manageable ? whole : [])];
}

function Who({ person, me }: { readonly person: Person; readonly me: boolean }) {
  return (
    <>
      <p>
        <b>{person.name}</b> {me ? <Tag>{words.you}</Tag> : null}
        {person.disabledAt === null ? null : <Tag>{words.disabled}</Tag>}
      </p>
      <p className="soft">{person.email}</p>
      <div className="on-phone">
        <Roles grants={person.grants} />
      </div>
    </>
  );
}

function Roles({ grants }: Pick<Officer, 'grants'>) {
  return grants.map(({ role, scope }) => (
    <p key={scope}>{accountWords.role(roleWords[role].name, scopeName(scope))}</p>
  ));
}
