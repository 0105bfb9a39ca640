import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import './people.css';
import type { Person } from '#staff/contract.ts';
import { call } from '../../api/call.ts';
import { useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { peopleWords as words } from '../../words/people.vi.ts';
import { ChangeRole } from './change-role.tsx';
import { peopleCalls } from './contracts.ts';
import { Invitations } from './invitations.tsx';
import { Invite } from './invite.tsx';
import { LinkDialog, type ShownLink } from './link-dialog.tsx';
import { PeopleTable } from './people-table.tsx';

export function Component() {
  const scope = useScope();
  const list = useQuery({
    queryKey: ['people', scope],
    queryFn: ({ signal }) => call(peopleCalls.list, { params: { scope }, signal }),
  });
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Person | null>(null);
  const [link, setLink] = useState<ShownLink | null>(null);
  const refresh = (): void => void list.refetch();
  return (
    <Page
      title={words.title}
      intro={scope === 'base' ? words.introProvince : words.intro}
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setInviting(true)}>
          {words.invite}
        </Button>
      }
    >
      {list.isError ? (
        <Problem error={list.error} retry={list.refetch} />
      ) : (
        <PeopleTable
          people={list.data?.people ?? null}
          onRole={setChanging}
          onLink={(made) => setLink({ ...made, kind: 'reset' })}
          onChange={refresh}
        />
      )}
      <Invitations invitations={list.data?.invitations ?? []} onChange={refresh} />
      <Invite
        open={inviting}
        onClose={() => setInviting(false)}
        onMade={(made) => {
          setInviting(false);
          setLink({ ...made, kind: 'invite' });
          refresh();
        }}
      />
      <ChangeRole person={changing} onClose={() => setChanging(null)} onChange={refresh} />
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </Page>
  );
}
