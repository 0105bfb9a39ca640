import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import type { Officer } from '#staff/officer.ts';
import { auth } from '../../api/auth.ts';
import { call } from '../../api/call.ts';
import { meKey } from '../../api/session.ts';
import { scopeName } from '../../shell/scopes.ts';
import { accountWords as words } from '../../words/account.vi.ts';
import { roleWords } from '../../words/roles.vi.ts';
import { signInWords } from '../../words/sign-in.vi.ts';
import { Refusal } from '../sign-in/refusal.tsx';

export function About({ officer }: { readonly officer: Officer }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (typed: { readonly name: string }) => call(auth.rename, { body: typed }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meKey });
      void message.success(words.nameSaved);
    },
  });
  return (
    <section aria-labelledby="about-title">
      <h2 id="about-title">{words.about}</h2>
      <dl>
        <dt>{words.email}</dt>
        <dd>{officer.email}</dd>
        <dt>{words.roles}</dt>
        <dd>
          {officer.grants.length === 0 ? words.noRole : null}
          {officer.grants.map(({ role, scope }) => (
            <div key={scope}>{words.role(roleWords[role].name, scopeName(scope))}</div>
          ))}
        </dd>
      </dl>
      <Form
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        initialValues={{ name: officer.name }}
        onFinish={(typed: { name: string }) => saving.mutate(typed)}
      >
        <Form.Item
          name="name"
          label={words.name}
          rules={[{ required: true, min: 2, whitespace: true, message: signInWords.missing.name }]}
        >
          <Input autoComplete="name" maxLength={100} />
        </Form.Item>
        <Refusal error={saving.error} />
        <Button htmlType="submit" loading={saving.isPending}>
          {words.saveName}
        </Button>
      </Form>
    </section>
  );
}
