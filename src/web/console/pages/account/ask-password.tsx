import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { accountWords as words } from '../../words/account.vi.ts';
import { signInWords } from '../../words/sign-in.vi.ts';
import { PasswordInput } from '../sign-in/password-input.tsx';
import { Refusal } from '../sign-in/refusal.tsx';

/** The password again, before something that cannot be taken back. */
export function AskPassword({ going }: { readonly going: UseMutationResult<unknown, Error, string> }) {
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      validateTrigger="onSubmit"
      onFinish={({ password }: { password: string }) => going.mutate(password)}
    >
      <Form.Item
        name="password"
        label={words.confirm}
        rules={[{ required: true, message: signInWords.missing.password }]}
      >
        <PasswordInput autoComplete="current-password" autoFocus />
      </Form.Item>
      <Refusal error={going.error} />
      <Button type="primary" htmlType="submit" loading={going.isPending}>
        {words.goOn}
      </Button>
    </Form>
  );
}
