import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { linkSchema } from '#staff/contract.ts';
import { auth } from '../../api/auth.ts';
import { call } from '../../api/call.ts';
import { ApiError } from '../../api/error.ts';
import { Problem } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { signInWords } from '../../words/sign-in.vi.ts';
import { Alone } from './alone.tsx';
import { SignInForm } from './form.tsx';
import { PasswordInput } from './password-input.tsx';
import { Refusal } from './refusal.tsx';
import { useGoOn } from './sign-in-page.tsx';

const { link: words } = signInWords;
const whenOf = new Intl.DateTimeFormat('vi', { dateStyle: 'short', timeStyle: 'short' });

/** `?ma=`: a one-time link: the first administrator, an invitation, a lost password. */
export function Component() {
  const [search] = useSearchParams();
  const [token] = useState(search.get('ma') ?? '');
  const [used, setUsed] = useState(false);
  const goOn = useGoOn();
  // It opens a door: it need not stand in the address line and the history.
  useEffect(() => history.replaceState(history.state, '', location.pathname), []);
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => call(auth.link, { body: { token }, signIn: false }),
    enabled: !used,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (used) {
    return (
      <Alone title={signInWords.title}>
        <SignInForm onSignedIn={goOn} />
      </Alone>
    );
  }
  if (link.data !== undefined) {
    return (
      <Alone title={words.titles[link.data.kind]}>
        <Choosing link={link.data} token={token} onUsed={() => setUsed(true)} />
      </Alone>
    );
  }
  if (!link.isError) return <Alone title={signInWords.title}>{<Waiting />}</Alone>;
  if (!(link.error instanceof ApiError && link.error.code === 'LinkInvalid')) {
    return <Alone title={signInWords.title}>{<Problem error={link.error} retry={link.refetch} />}</Alone>;
  }
  return (
    <Alone title={words.gone}>
      <p>{words.goneMore}</p>
      <p>
        <Link to="/quan-tri/dang-nhap">{words.toSignIn}</Link>
      </p>
    </Alone>
  );
}

interface Typed {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

function Choosing({
  link,
  token,
  onUsed,
}: {
  readonly link: z.output<typeof linkSchema>;
  readonly token: string;
  readonly onUsed: () => void;
}) {
  const using = useMutation({
    mutationFn: (typed: Typed) =>
      call(auth.useLink, { body: { token, ...typed, email: typed.email.trim() }, signIn: false }),
    onSuccess: onUsed,
  });
  const { missing } = signInWords;
  return (
    <Form<Typed>
      layout="vertical"
      requiredMark={false}
      validateTrigger="onSubmit"
      initialValues={{ name: link.name, email: link.email, password: '' }}
      onFinish={(typed) => using.mutate(typed)}
    >
      <p>{words.intros[link.kind]}</p>
      <Form.Item
        name="name"
        label={words.name}
        hidden={link.kind === 'reset'}
        extra={words.nameHelp}
        rules={[{ required: true, min: 2, whitespace: true, message: missing.name }]}
      >
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="email"
        label={signInWords.email}
        extra={link.email === '' ? words.emailHelp : undefined}
        rules={[{ required: true, type: 'email', message: missing.email }]}
      >
        <Input type="email" autoComplete="username" readOnly={link.email !== ''} maxLength={200} />
      </Form.Item>
      <Form.Item
        name="password"
        label={signInWords.newPassword}
        extra={signInWords.rule(link.passwordLength)}
        rules={[{ required: true, message: missing.password }]}
      >
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
      <Refusal error={using.error} length={link.passwordLength} />
      <Button type="primary" htmlType="submit" block loading={using.isPending}>
        {link.kind === 'reset' ? words.reset : words.make}
      </Button>
      <p className="hint">{words.until(whenOf.format(link.expiresAt))}</p>
    </Form>
  );
}
