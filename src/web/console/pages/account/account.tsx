import { useQuery } from '@tanstack/react-query';
import './account.css';
import { auth } from '../../api/auth.ts';
import { call } from '../../api/call.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { accountWords } from '../../words/account.vi.ts';
import { About } from './about.tsx';
import { ChangePassword } from './change-password.tsx';
import { PhoneCode } from './phone-code.tsx';
import { Sessions } from './sessions.tsx';

/** Name and rights, password, phone, sessions. */
export function Component() {
  const me = useQuery({ queryKey: ['account'], queryFn: () => call(auth.me) });
  return (
    <Page title={accountWords.title} crumbs={[]}>
      {me.isError ? <Problem error={me.error} retry={me.refetch} /> : null}
      {me.data?.officer == null ? (
        me.isError ? null : (
          <Waiting />
        )
      ) : (
        <div className="account">
          <About officer={me.data.officer} />
          <PhoneCode me={me.data} onChange={() => void me.refetch()} />
          <ChangePassword length={me.data.passwordLength} />
          <Sessions />
        </div>
      )}
    </Page>
  );
}
