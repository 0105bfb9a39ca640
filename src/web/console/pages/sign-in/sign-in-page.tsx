import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { meKey } from '../../api/session.ts';
import { signInWords } from '../../words/sign-in.vi.ts';
import { Alone } from './alone.tsx';
import { SignInForm } from './form.tsx';

/** `?ve=`: where she wanted to go. */
export function Component() {
  const goOn = useGoOn();
  return (
    <Alone title={signInWords.title}>
      <SignInForm onSignedIn={goOn} />
    </Alone>
  );
}

/** To where she wanted to go, as the officer that she is now. Never out of the console. */
export function useGoOn(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const wanted = search.get('ve') ?? '';
  const to = /^\/quan-tri(?:\/(?!dang-nhap|bat-dau)[^\\]*)?$/.test(wanted) ? wanted : '/quan-tri';
  return useCallback(() => {
    void client.resetQueries({ queryKey: meKey }).then(() => navigate(to, { replace: true }));
  }, [client, navigate, to]);
}
