import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { auth } from '../../api/auth.ts';
import { signInWords } from '../../words/sign-in.vi.ts';
import { Refusal } from './refusal.tsx';

const { second: words } = signInWords;

/** A code of the phone, or a recovery code. */
export function CodeStep({ onStage }: { readonly onStage: () => void }) {
  const [recovery, setRecovery] = useState(false);
  const [form] = Form.useForm<{ code: string }>();
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), [recovery]);
  const entering = useMutation({
    mutationFn: ({ code }: { readonly code: string }) =>
      call(auth.second, { body: { code: code.trim() }, signIn: false }),
    onSuccess: onStage,
    // The password waits only so long: then it is asked for again.
    onError: (error) => {
      form.resetFields();
      input.current?.focus();
      if ('status' in error && error.status === 401) onStage();
    },
  });
  const leaving = useMutation({
    mutationFn: () => call(auth.signOut, { body: {}, signIn: false }),
    onSettled: onStage,
  });
  const swap = (): void => {
    form.resetFields();
    entering.reset();
    setRecovery(!recovery);
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onSubmit"
      onFinish={(typed) => entering.mutate(typed)}
    >
      <h2>{words.title}</h2>
      <p>{recovery ? words.recoveryIntro : words.intro}</p>
      <Form.Item
        name="code"
        label={recovery ? words.recovery : words.code}
        rules={[{ required: true, message: signInWords.missing.code }]}
      >
        {recovery ? (
          <Input ref={input} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={20} />
        ) : (
          <Input
            ref={input}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={7}
            className="code"
          />
        )}
      </Form.Item>
      <Refusal error={entering.error} />
      <Button type="primary" htmlType="submit" block loading={entering.isPending}>
        {words.enter}
      </Button>
      <Flex vertical align="start" className="others">
        <Button type="link" onClick={swap}>
          {recovery ? words.withPhone : words.withRecovery}
        </Button>
        <Button type="link" onClick={() => leaving.mutate()}>
          {words.again}
        </Button>
      </Flex>
    </Form>
  );
}
