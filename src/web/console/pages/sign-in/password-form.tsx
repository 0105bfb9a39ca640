import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { signInWords } from '../../words/sign-in.vi.ts';
import { PasswordInput } from './password-input.tsx';
import { Refusal } from './refusal.tsx';

/** Asks somebody who is signed in for the password once more. `children`: what stands above it. */
export const PasswordForm = ({
  label,
  submit,
  going,
  onPassword,
  block = false,
  children,
}: {
  readonly label: string;
  readonly submit: string;
  readonly going: { readonly error: Error | null; readonly isPending: boolean };
  readonly onPassword: (password: string) => void;
  /** The button as wide as the form. */
  readonly block?: boolean;
  readonly children?: ReactNode;
}) => (
  <Form
    layout="vertical"
    requiredMark={false}
    validateTrigger="onSubmit"
    onFinish={({ password }: { password: string }) => onPassword(password)}
  >
    {children}
    <Form.Item
      name="password"
      label={label}
      rules={[{ required: true, message: signInWords.missing.password }]}
    >
      <PasswordInput autoComplete="current-password" autoFocus />
    </Form.Item>
    <Refusal error={going.error} />
    <Button type="primary" htmlType="submit" block={block} loading={going.isPending}>
      {submit}
    </Button>
  </Form>
);
