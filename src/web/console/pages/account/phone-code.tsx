import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { meSchema } from '#staff/contract.ts';
import { auth } from '../../api/auth.ts';
import { call } from '../../api/call.ts';
import { accountWords as words } from '../../words/account.vi.ts';
import { EnrolStep } from '../sign-in/enrol-step.tsx';
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx';
import { AskPassword } from './ask-password.tsx';

/** Fewer than these are soon none. */
const FEW = 3;

/** The second factor: on, to another phone, off, and its recovery codes. */
export function PhoneCode({
  me,
  onChange,
}: {
  readonly me: z.output<typeof meSchema>;
  readonly onChange: () => void;
}) {
  const { message } = App.useApp();
  const [open, setOpen] = useState<'enrol' | 'off' | 'codes' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = (): void => {
    setOpen(null);
    setCodes(null);
    onChange();
  };
  const turningOff = useMutation({
    mutationFn: (password: string) => call(auth.off, { body: { password } }),
    onSuccess: () => {
      close();
      void message.success(words.turnedOff);
    },
  });
  const renewing = useMutation({
    mutationFn: (password: string) => call(auth.codes, { body: { password } }),
    onSuccess: (made) => setCodes(made.codes),
  });
  const left = me.recoveryCodesLeft;
  return (
    <section aria-labelledby="phone-title">
      <h2 id="phone-title">{words.second}</h2>
      <p>{me.secondFactor ? words.secondOn : words.secondOff}</p>
      {me.secondFactor && left < FEW ? <Alert type="warning" showIcon title={words.codesFew(left)} /> : null}
      {me.secondFactor && left >= FEW ? <p>{words.codesLeft(left)}</p> : null}
      <Flex wrap gap={8}>
        <Button type={me.secondFactor ? 'default' : 'primary'} onClick={() => setOpen('enrol')}>
          {me.secondFactor ? words.newPhone : words.turnOn}
        </Button>
        {me.secondFactor ? <Button onClick={() => setOpen('codes')}>{words.newCodes}</Button> : null}
        {me.secondFactor && !me.needsSecondFactor ? (
          <Button danger onClick={() => setOpen('off')}>
            {words.turnOff}
          </Button>
        ) : null}
      </Flex>
      {me.secondFactor && me.needsSecondFactor ? <p className="soft">{words.needed}</p> : null}

      <Modal
        open={open === 'enrol'}
        title={words.second}
        footer={null}
        onCancel={close}
        mask={{ closable: false }}
        destroyOnHidden
      >
        <EnrolStep onDone={close} goOn={words.done} />
      </Modal>
      <Modal
        open={open === 'off'}
        title={words.turnOffAsk}
        footer={null}
        onCancel={() => setOpen(null)}
        destroyOnHidden
      >
        <p>{words.turnOffMore}</p>
        <AskPassword going={turningOff} />
      </Modal>
      <Modal
        open={open === 'codes'}
        title={words.newCodes}
        footer={null}
        onCancel={close}
        mask={{ closable: false }}
        destroyOnHidden
      >
        {codes === null ? (
          <>
            <p>{words.newCodesMore}</p>
            <AskPassword going={renewing} />
          </>
        ) : (
          <RecoveryCodes codes={codes} onKept={close} goOn={words.done} />
        )}
      </Modal>
    </section>
  );
}
