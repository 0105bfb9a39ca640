import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import './sign-in.css';
import { auth } from '../../api/auth.ts';
import { call } from '../../api/call.ts';
import { Problem } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { signInWords } from '../../words/sign-in.vi.ts';
import { CodeStep } from './code-step.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { PasswordStep } from './password-step.tsx';

export interface SignInFormProps {
  /** She is signed in now: calls that wait for it go on. */
  readonly onSignedIn: () => void;
}

/**
 * Address, password, and a code where one is asked; how far she is the server says. On its own page, and in a dialog
 * over a page whose session ended.
 */
export function SignInForm({ onSignedIn }: SignInFormProps) {
  // Not the frame's query: that one would ask to sign in over the page.
  const me = useQuery({
    queryKey: ['sign-in'],
    queryFn: () => call(auth.me, { signIn: false }),
    staleTime: 0,
    gcTime: 0,
  });
  const stage = me.data?.stage;
  useEffect(() => {
    if (stage === 'full') onSignedIn();
  }, [stage, onSignedIn]);
  const next = (): void => void me.refetch();
  if (me.isError) return <Problem error={me.error} retry={me.refetch} />;
  if (stage === 'none') return <PasswordStep onStage={next} />;
  if (stage === 'second') return <CodeStep onStage={next} />;
  if (stage === 'enrol') return <EnrolStep why={signInWords.enrol.why} onDone={next} />;
  return <Waiting />;
}
