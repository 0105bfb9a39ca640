import { QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider } from 'antd';
import vietnamese from 'antd/locale/vi_VN';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import { RouterProvider } from 'react-router/dom';
import { nonce } from './nonce.ts';
import { queryClient } from './api/query-client.ts';
import { router } from './routes.tsx';
import { SignInDialog } from './shell/sign-in-dialog.tsx';
import { theme } from './theme.ts';

dayjs.locale('vi');

/** What the components lack in Vietnamese: without it buttons of the calendar have no name. */
const locale: typeof vietnamese = vietnamese;

export function App() {
  return (
    <ConfigProvider locale={locale} theme={theme} {...(nonce ? { csp: { nonce } } : {})}>
      <Messages>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <SignInDialog />
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}
