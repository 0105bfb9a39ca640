import { Modal } from 'antd';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { onSignInWanted, signedIn, signInWanted } from '../api/sign-in-wanted.ts';
import { queryClient } from '../api/query-client.ts';
import { meKey } from '../api/session.ts';
import { shellWords } from '../words/shell.vi.ts';
import { Waiting } from './waiting.tsx';

const SignInForm = lazy(async () => ({ default: (await import('../pages/sign-in/form.tsx')).SignInForm }));

/** Over whatever she was doing: the page beneath keeps what she typed, and its calls go on when she is in. */
export function SignInDialog() {
  const wanted = useSyncExternalStore(onSignInWanted, signInWanted);
  const done = (): void => {
    signedIn();
    void queryClient.invalidateQueries({ queryKey: meKey });
  };
  return (
    <Modal
      open={wanted}
      title={shellWords.signInAgain}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <p>{shellWords.signInAgainWhy}</p>
      <Suspense fallback={<Waiting />}>
        <SignInForm onSignedIn={done} />
      </Suspense>
    </Modal>
  );
}
