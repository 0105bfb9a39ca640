import { CloseOutlined, MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, Layout } from 'antd';
import { useEffect, useState } from 'react';
import { Link, Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useMe } from '../api/session.ts';
import { shellWords } from '../words/shell.vi.ts';
import { AccountMenu } from './account-menu.tsx';
import { MainMenu } from './main-menu.tsx';
import { Problem } from './problem.tsx';
import { UnitSwitcher } from './unit-switcher.tsx';
import { Waiting } from './waiting.tsx';

/** Header, menu, and the page. Stands only when it is known who is signed in. */
export function Frame() {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.data === undefined)
    return (
      <main className="alone">
        {me.isError ? <Problem error={me.error} retry={me.refetch} /> : <Waiting />}
      </main>
    );
  if (me.data.stage !== 'full' || me.data.officer === null) {
    return <Navigate replace to={`/quan-tri/dang-nhap?ve=${encodeURIComponent(pathname + search)}`} />;
  }
  // Somebody else who signs in over the page begins anew.
  return <Standing key={me.data.officer.id} />;
}

function Standing() {
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  return (
    <Layout className="frame">
      <a className="skip" href="#main">
        {shellWords.skip}
      </a>
      <Layout.Header className="top">
        {wide ? null : (
          <Button
            type="text"
            className="on-top"
            icon={<MenuOutlined aria-hidden />}
            aria-label={shellWords.openMenu}
            aria-expanded={open}
            onClick={() => setOpen(true)}
          />
        )}
        <Link to="/quan-tri" className="brand">
          <b>{shellWords.console}</b>
          {wide ? <span>{shellWords.product}</span> : null}
        </Link>
        <UnitSwitcher />
        <AccountMenu wide={wide} />
      </Layout.Header>
      <Layout>
        {wide ? (
          <Layout.Sider width={264} className="side">
            <MainMenu />
          </Layout.Sider>
        ) : (
          <Drawer
            placement="left"
            size={300}
            open={open}
            title={shellWords.menu}
            closeIcon={<CloseOutlined aria-label={shellWords.closeMenu} />}
            onClose={() => setOpen(false)}
            styles={{ body: { padding: 0 } }}
          >
            <MainMenu />
          </Drawer>
        )}
        <Layout.Content>
          <main id="main" tabIndex={-1}>
            <Outlet />
          </main>
        </Layout.Content>
      </Layout>
      <ScrollRestoration />
    </Layout>
  );
}
