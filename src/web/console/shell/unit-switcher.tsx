import { Select } from 'antd';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useOfficer } from '../api/session.ts';
import { shellWords } from '../words/shell.vi.ts';
import { foldedIncludes } from './fold.ts';
import { rememberScope, scopeName, scopesOf } from './scopes.ts';
import { useHome } from './use-home.ts';

/** The unit stands in the address: the same page for another unit, where there is such a page. */
export function UnitSwitcher() {
  const officer = useOfficer();
  const { scope } = useHome();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const own = scopesOf(officer);
  useEffect(() => rememberScope(scope), [scope]);
  if (own.length < 2) return <span className="unit one">{scopeName(scope)}</span>;
  // An entry's own page may not exist there: its list does.
  const [, , named, area] = pathname.split('/');
  const go = (next: string): void =>
    void navigate(['/quan-tri', next, ...(named === scope && area !== undefined ? [area] : [])].join('/'));
  return (
    <Select
      className="unit"
      aria-label={shellWords.unit}
      value={scope}
      onChange={go}
      showSearch={{ filterOption: (typed, option) => foldedIncludes(option?.label ?? '', typed) }}
      placeholder={shellWords.findUnit}
      notFoundContent={shellWords.noUnit}
      options={own.map((value) => ({ value, label: scopeName(value) }))}
      popupMatchSelectWidth={false}
    />
  );
}
