import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Select } from 'antd';
import type { Scope } from '#knowledge/schema/ids.ts';
import { needsSecondFactor } from '#staff/account.ts';
import type { Role } from '#staff/officer.ts';
import { call } from '../../api/call.ts';
import { useOfficer, useScope } from '../../api/session.ts';
import { foldedIncludes } from '../../shell/fold.ts';
import { scopeName, scopesOf } from '../../shell/scopes.ts';
import { peopleWords } from '../../words/people.vi.ts';
import { signInWords } from '../../words/sign-in.vi.ts';
import { Refusal } from '../sign-in/refusal.tsx';
import { peopleCalls } from './contracts.ts';
import { rolesToGive } from './may-give.ts';
import { RoleChoice } from './role-choice.tsx';

const { inviting: words } = peopleWords;

interface Typed {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly units?: readonly Scope[];
}

/** Makes a one-time link. For a unit: there; for the whole city: for as many units as chosen, with one role. */
export function Invite({
  open,
  onClose,
  onMade,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMade: (link: { readonly url: string; readonly expiresAt: number }) => void;
}) {
  const scope = useScope();
  const officer = useOfficer();
  const [form] = Form.useForm<Typed>();
  const role = Form.useWatch('role', form);
  const units = Form.useWatch('units', form) ?? [scope];
  const making = useMutation({
    mutationFn: (typed: Typed) => {
      const scopes = typed.role === 'province-administrator' ? (['base'] as const) : (typed.units ?? [scope]);
      const grants = scopes.map((one) => ({ role: typed.role, scope: one }));
      const body = { name: typed.name.trim(), email: typed.email.trim(), grants };
      return call(peopleCalls.invite, { params: { scope }, body });
    },
    onSuccess: onMade,
  });
  // Who may only be given for one unit is not offered for the base, and the other way round.
  const roles = rolesToGive(officer, units.find((one) => one !== 'base') ?? scope).concat(
    units.includes('base') && scope === 'base' ? rolesToGive(officer, 'base').slice(-1) : [],
  );
  const needed = (message: string) => [{ required: true, message }];
  return (
    <Modal
      open={open}
      title={words.title}
      okText={words.make}
      cancelText={peopleWords.cancel}
      okButtonProps={{ loading: making.isPending, htmlType: 'submit', form: 'invite' }}
      onCancel={onClose}
      afterClose={() => {
        form.resetFields();
        making.reset();
      }}
    >
      <Form<Typed>
        id="invite"
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        initialValues={{ role: 'editor', units: [scope] }}
        onFinish={(typed) => making.mutate(typed)}
      >
        <Form.Item name="name" label={words.name} rules={needed(signInWords.missing.name)}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item
          name="email"
          label={words.email}
          extra={words.emailHelp}
          rules={[{ required: true, type: 'email', message: signInWords.missing.email }]}
        >
          <Input type="email" autoComplete="off" maxLength={200} />
        </Form.Item>
        {scope === 'base' ? (
          <Form.Item name="units" label={words.units} rules={needed(words.unitsMissing)}>
            <Select
              mode="multiple"
              disabled={role === 'province-administrator'}
              showSearch={{ filterOption: (typed, option) => foldedIncludes(option?.label ?? '', typed) }}
              options={scopesOf(officer).map((value) => ({ value, label: scopeName(value) }))}
            />
          </Form.Item>
        ) : null}
        <Form.Item name="role" label={peopleWords.role}>
          <RoleChoice label={peopleWords.role} roles={roles} />
        </Form.Item>
        {role !== undefined && needsSecondFactor([{ role, scope }]) ? (
          <Alert type="info" showIcon title={peopleWords.changing.needsPhone} />
        ) : null}
        <Refusal error={making.error} />
      </Form>
    </Modal>
  );
}
