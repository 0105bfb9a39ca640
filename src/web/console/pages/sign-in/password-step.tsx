import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { call } from '../../api/call.ts';
import { auth } from '../../api/auth.ts';
import { signInWords as words } from '../../words/sign-in.vi.ts';
import { PasswordInput } from './password-input.tsx';
import { Refusal } from './refusal.tsx';

interface Typed {
  readonly email: string;
  readonly password: string;
}

/** Address and password. */
export function PasswordStep({ onStage }: { readonly onStage: () => void }) {
  const entering = useMutation({
    mutationFn: ({ email, password }: Typed) =>
      call(auth.signIn, { body: { email: email.trim(), password }, signIn: false }),
    onSuccess: onStage,
  });
  return (
    <Form<Typed>
      layout="vertical"
      requiredMark={false}
      disabled={entering.isPending}
      validateTrigger="onSubmit"
      onFinish={(typed) => entering.mutate(typed)}
    >
      <Form.Item
        name="email"
        label={words.email}
        rules={[{ required: true, type: 'email', message: words.missing.email }]}
      >
        <Input type="email" autoComplete="username" inputMode="email" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="password"
        label={words.password}
        rules={[{ required: true, message: words.missing.password }]}
      >
        <PasswordInput autoComplete="current-password" />
      </Form.Item>
      <Refusal error={entering.error} />
      <Button type="primary" htmlType="submit" block loading={entering.isPending}>
        {words.signIn}
      </Button>
      <p className="hint">{words.forgotten}</p>
    </Form>
  );
}
