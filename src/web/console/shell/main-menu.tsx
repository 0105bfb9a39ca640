import { Link, useLocation } from 'react-router';
import { shellWords } from '../words/shell.vi.ts';
import { useMenu } from './use-menu.ts';

/** A list of links: readers and keyboards know what to do with one. */
export function MainMenu() {
  const { pathname } = useLocation();
  const groups = useMenu();
  const all = groups.flatMap(({ items }) => items);
  const here = all
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0];
  return (
    <nav className="menu" aria-label={shellWords.menu}>
      {groups.map(({ title, items }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {items.map(({ label, icon, to }) => (
              <li key={to}>
                <Link to={to} {...(here?.to === to ? { 'aria-current': 'page' as const } : {})}>
                  <span aria-hidden="true">{icon}</span>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
