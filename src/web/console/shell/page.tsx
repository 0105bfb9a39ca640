import { Breadcrumb, Flex } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useNavigationType } from 'react-router';
import { shellWords } from '../words/shell.vi.ts';
import { scopeName } from './scopes.ts';
import { useHome } from './use-home.ts';

export interface PageProps {
  /** The heading, and first in the window's title. */
  readonly title: string;
  /** Between the unit and this page: `[{ label, path }]`, `path` below the unit. `[]`: no crumbs at all. */
  readonly crumbs?: readonly { readonly label: string; readonly path: string }[];
  /** Beside the heading: the page's main buttons. */
  readonly actions?: ReactNode;
  /** One or two sentences under the heading. */
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}

/** What every page stands in: title, crumbs, heading (focused when she comes from another page). */
export function Page({ title, crumbs, actions, intro, children }: PageProps) {
  const { scope, to } = useHome();
  const heading = useHeadingFocus();
  const trail = [{ label: scopeName(scope), path: '' }, ...(crumbs ?? [])];
  return (
    <>
      <title>{`${title} – ${shellWords.console}`}</title>
      {crumbs?.length === 0 ? null : (
        <nav aria-label={shellWords.crumbs} className="crumbs">
          <Breadcrumb
            items={[
              ...trail.map(({ label, path }) => ({ key: path, title: <Link to={to(path)}>{label}</Link> })),
              { key: 'here', title: <span aria-current="page">{title}</span> },
            ]}
          />
        </nav>
      )}
      <Flex wrap gap={12} align="center" justify="space-between" className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions === undefined ? null : (
          <Flex wrap gap={8} align="center">
            {actions}
          </Flex>
        )}
      </Flex>
      {intro === undefined ? null : <p className="intro">{intro}</p>}
      {children}
    </>
  );
}

/** A reader hears where she is now. Not on the first page of a visit: the browser says that one. */
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useNavigationType();
  useEffect(() => {
    // Its type is an enum that is not handed out.
    if (!/POP/.test(arrived)) heading.current?.focus({ preventScroll: true });
    // Once: a search that writes into the address must not lose the focus to the heading.
  }, []);
  return heading;
}
