import { LogoutOutlined, QuestionCircleOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { call } from '../api/call.ts';
import { sentenceFor } from '../api/error.ts';
import { useOfficer } from '../api/session.ts';
import { shellWords } from '../words/shell.vi.ts';

const signOutContract = { method: 'POST', path: '/api/auth/sign-out', out: z.unknown() } as const;

export function AccountMenu({ wide }: { readonly wide: boolean }) {
  const { name } = useOfficer();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    try {
      await call(signOutContract, { body: {}, signIn: false });
      location.assign('/quan-tri/dang-nhap');
    } catch (error) {
      void message.error(`${shellWords.signOutFailed} ${sentenceFor(error)}`);
    }
  };
  const items = [
    { key: 'account', icon: <UserOutlined aria-hidden />, label: shellWords.myAccount },
    { key: 'help', icon: <QuestionCircleOutlined aria-hidden />, label: shellWords.help },
    { key: 'out', icon: <LogoutOutlined aria-hidden />, label: shellWords.signOut },
  ];
  const chosen = ({ key }: { key: string }): void => {
    if (key === 'out') void signOut();
    else void navigate(key === 'help' ? '/quan-tri/huong-dan' : '/quan-tri/tai-khoan');
  };
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: chosen }}>
      <Button
        type="text"
        className="on-top"
        icon={<UserOutlined aria-hidden />}
        aria-label={shellWords.account(name)}
      >
        {wide ? name : null}
      </Button>
    </Dropdown>
  );
}
