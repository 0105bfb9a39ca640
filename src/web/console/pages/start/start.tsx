import { Card, Flex } from 'antd';
import { Link, useLocation } from 'react-router';
import { useOfficer } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { useMenu } from '../../shell/use-menu.ts';
import { startWords } from '../../words/start.vi.ts';

/** What she may do, as large links. */
export function Component() {
  const officer = useOfficer();
  const menu = useMenu();
  const { pathname: here } = useLocation();
  return (
    <Page title={startWords.hello(officer.name)} crumbs={[]}>
      <p>{startWords.more}</p>
      {menu.map(({ title, items }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <Flex wrap gap={12} component="ul" className="tiles">
            {items
              .filter(({ to }) => to !== here)
              .map(({ label, icon, to }) => (
                <li key={to}>
                  <Link to={to}>
                    <Card size="small" hoverable>
                      <span aria-hidden="true">{icon}</span> {label}
                    </Card>
                  </Link>
                </li>
              ))}
          </Flex>
        </section>
      ))}
    </Page>
  );
}
