import { useMutation } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { auth } from '../../api/auth.ts';
import { call } from '../../api/call.ts';
import { accountWords as words } from '../../words/account.vi.ts';
import { signInWords } from '../../words/sign-in.vi.ts';
import { PasswordInput } from '../sign-in/password-input.tsx';
import { Refusal } from '../sign-in/refusal.tsx';

interface Typed {
  readonly old: string;
  readonly new: string;
}

export function ChangePassword({ length }: { readonly length: number }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const changing = useMutation({
    mutationFn: (typed: Typed) => call(auth.password, { body: typed }),
    onSuccess: () => {
      form.resetFields();
      void message.success(words.passwordChanged);
    },
  });
  const needed = [{ required: true, message: signInWords.missing.password }];
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title">{words.password}</h2>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={(typed) => changing.mutate(typed)}
      >
        <Form.Item name="old" label={words.oldPassword} rules={needed}>
          <PasswordInput autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="new" label={words.newPassword} rules={needed} extra={signInWords.rule(length)}>
          <PasswordInput autoComplete="new-password" />
        </Form.Item>
        <Refusal error={changing.error} length={length} />
        <Button htmlType="submit" loading={changing.isPending}>
          {words.changePassword}
        </Button>
      </Form>
    </section>
  );
}
