import { Button, DatePicker, Flex, Select } from 'antd';
import dayjs from 'dayjs';
import { useRef } from 'react';
import type { AuditLineSeen } from '#staff/contract.ts';
import { auditWords as words } from '../../words/audit.vi.ts';

/** Days are local dates; empty: not filtered. */
export interface Filter {
  readonly action: string;
  readonly officer: string;
  readonly from: string;
  readonly to: string;
}

export const noFilter: Filter = { action: '', officer: '', from: '', to: '' };

/** A day in Việt Nam begins at this hour of UTC the day before. */
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+07:00`);
const DAY_MS = 86_400_000;

export const queryOf = ({ action, officer, from, to }: Filter) => ({
  action: action === '' ? undefined : action,
  officer: officer === '' ? undefined : officer,
  from: from === '' ? undefined : startOf(from),
  to: to === '' ? undefined : startOf(to) + DAY_MS,
});

export function AuditFilter({
  filter,
  onChange,
  lines,
}: {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  /** Who stands in them can be chosen. */
  readonly lines: readonly AuditLineSeen[];
}) {
  const people = usePeople(lines);
  const change = (part: Partial<Filter>): void => {
    const next = { ...filter, ...part };
    onChange(Object.values(next).every((value) => value === '') ? noFilter : next);
  };
  const day = (name: 'from' | 'to') => (
    <DatePicker
      aria-label={words[name]}
      placeholder={words[name]}
      format="DD/MM/YYYY"
      value={filter[name] === '' ? null : dayjs(filter[name])}
      onChange={(value) => change({ [name]: value === null ? '' : value.format('YYYY-MM-DD') })}
    />
  );
  return (
    <Flex wrap gap={8} role="search" aria-label={words.title} className="audit-filter">
      <Select
        aria-label={words.kind}
        value={filter.action}
        onChange={(action) => change({ action })}
        options={[
          { value: '', label: words.anyKind },
          ...Object.entries(words.kinds).map(([value, label]) => ({ value, label })),
        ]}
        popupMatchSelectWidth={false}
        className="wide"
      />
      <Select
        aria-label={words.person}
        value={filter.officer}
        onChange={(officer) => change({ officer })}
        options={[{ value: '', label: words.anyPerson }, ...people]}
        popupMatchSelectWidth={false}
        className="wide"
      />
      {day('from')}
      {day('to')}
      {filter === noFilter ? null : <Button onClick={() => onChange(noFilter)}>{words.clear}</Button>}
    </Flex>
  );
}

/** Everybody seen so far: a filter must not make its own choices disappear. */
function usePeople(lines: readonly AuditLineSeen[]) {
  const seen = useRef(new Map<string, string>());
  for (const { officer, officerName } of lines) seen.current.set(officer, nameOf(officer, officerName));
  return [...seen.current]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
}

export const nameOf = (officer: string, name: string): string =>
  officer === 'operator' ? words.operator : name;
