import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { auth } from '../../api/auth.ts';
import { signInWords } from '../../words/sign-in.vi.ts';
import { PasswordForm } from './password-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Refusal } from './refusal.tsx';

const { enrol: words } = signInWords;

/** Puts the account into an authenticator app, and shows the recovery codes. Also for a new phone. */
export function EnrolStep({
  why,
  goOn,
  onDone,
}: {
  readonly why?: string;
  /** What the last button says. */
  readonly goOn?: string;
  readonly onDone: () => void;
}) {
  const [secret, setSecret] = useState<{ readonly secret: string; readonly uri: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null)
    return <RecoveryCodes codes={codes} onKept={onDone} {...(goOn === undefined ? {} : { goOn })} />;
  return (
    <>
      <h2>{words.title}</h2>
      {why === undefined ? null : <p>{why}</p>}
      {secret === null ? <Begin onSecret={setSecret} /> : <Confirm {...secret} onCodes={setCodes} />}
    </>
  );
}

function Begin({ onSecret }: { readonly onSecret: (secret: { secret: string; uri: string }) => void }) {
  const beginning = useMutation({
    mutationFn: (typed: { readonly password: string }) => call(auth.begin, { body: typed, signIn: false }),
    onSuccess: onSecret,
  });
  return (
    <PasswordForm
      label={signInWords.password}
      submit={words.begin}
      going={beginning}
      onPassword={(password) => beginning.mutate({ password })}
      block
    >
      <p>1. {words.step1}</p>
      <p>2. {words.confirmPassword}</p>
    </PasswordForm>
  );
}

function Confirm({
  secret,
  uri,
  onCodes,
}: {
  readonly secret: string;
  readonly uri: string;
  readonly onCodes: (codes: readonly string[]) => void;
}) {
  const confirming = useMutation({
    mutationFn: ({ code }: { readonly code: string }) =>
      call(auth.confirm, { body: { code: code.trim() }, signIn: false }),
    onSuccess: ({ codes }) => onCodes(codes),
  });
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      validateTrigger="onSubmit"
      onFinish={(typed: { code: string }) => confirming.mutate(typed)}
    >
      <p>3. {words.step2}</p>
      <div className="qr">
        <QRCode
          aria-label={words.qr}
          value={uri}
          type="svg"
          size={208}
          bordered={false}
          color="#000000"
          bgColor="#ffffff"
        />
      </div>
      <p>{words.byHand}</p>
      <p className="secret">
        <code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>4. {words.step3}</p>
      <Form.Item
        name="code"
        label={signInWords.second.code}
        rules={[{ required: true, message: signInWords.missing.code }]}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} className="code" />
      </Form.Item>
      <Refusal error={confirming.error} />
      <Button type="primary" htmlType="submit" block loading={confirming.isPending}>
        {words.confirm}
      </Button>
    </Form>
  );
}
