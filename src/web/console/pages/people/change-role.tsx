import { useMutation } from '@tanstack/react-query';
import { Alert, App, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { Person } from '#staff/contract.ts';
import { needsSecondFactor } from '#staff/account.ts';
import type { Role } from '#staff/officer.ts';
import { call } from '../../api/call.ts';
import { useOfficer, useScope } from '../../api/session.ts';
import { scopeName } from '../../shell/scopes.ts';
import { peopleWords } from '../../words/people.vi.ts';
import { Refusal } from '../sign-in/refusal.tsx';
import { peopleCalls } from './contracts.ts';
import { rolesToGive } from './may-give.ts';
import { RoleChoice } from './role-choice.tsx';

const { changing: words } = peopleWords;

/** One person's role in the unit of the address. */
export function ChangeRole({
  person,
  onClose,
  onChange,
}: {
  readonly person: Person | null;
  readonly onClose: () => void;
  readonly onChange: () => void;
}) {
  const scope = useScope();
  const officer = useOfficer();
  const { message } = App.useApp();
  const held = person?.grants.find((grant) => grant.scope === scope)?.role ?? 'none';
  const [role, setRole] = useState<Role | 'none'>(held);
  useEffect(() => setRole(held), [held, person]);
  const saving = useMutation({
    mutationFn: (account: string) =>
      call(peopleCalls.role, { params: { scope, account }, body: { role: role === 'none' ? null : role } }),
    onSuccess: () => {
      onClose();
      onChange();
      void message.success(peopleWords.done.role);
    },
  });
  const close = (): void => {
    saving.reset();
    onClose();
  };
  const phone = role !== 'none' && person?.secondFactor === false && needsSecondFactor([{ role, scope }]);
  return (
    <Modal
      open={person !== null}
      title={words.title(person?.name ?? '')}
      okText={words.save}
      cancelText={peopleWords.cancel}
      okButtonProps={{ loading: saving.isPending, disabled: role === held }}
      onOk={() => (person === null ? undefined : saving.mutate(person.id))}
      onCancel={close}
      destroyOnHidden
    >
      <p>{words.where(scopeName(scope))}</p>
      <RoleChoice
        label={words.title(person?.name ?? '')}
        value={role}
        onChange={setRole}
        roles={rolesToGive(officer, scope)}
        none={{ name: words.none, may: words.noneMore }}
      />
      {phone ? <Alert type="info" showIcon title={words.needsPhone} /> : null}
      <Refusal error={saving.error} />
    </Modal>
  );
}
