import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { scopeSchema } from '#knowledge/schema/ids.ts';
import { entryKinds } from '#publishing/contract.ts';
import { ROLES } from '#staff/officer.ts';
import type { AuditLineSeen } from '#staff/contract.ts';
import { scopeName } from '../../shell/scopes.ts';
import { timeText } from '../../shell/times.ts';
import { auditWords as words } from '../../words/audit.vi.ts';
import { kindWords } from '../../words/kinds.vi.ts';
import { roleWords } from '../../words/roles.vi.ts';
import { nameOf } from './audit-filter.tsx';

/** A table on a screen, a list on a phone. */
export function AuditLines({
  lines,
  units,
}: {
  readonly lines: readonly AuditLineSeen[];
  /** With the unit of each. */
  readonly units: boolean;
}) {
  const columns: TableColumnsType<AuditLineSeen> = [
    {
      title: words.when,
      key: 'when',
      width: 180,
      responsive: ['md'],
      render: (_, { at }) => timeText(at),
    },
    {
      title: words.who,
      key: 'who',
      responsive: ['md'],
      render: (_, { officer, officerName }) => nameOf(officer, officerName),
    },
    { title: words.what, key: 'what', responsive: ['md'], render: (_, line) => actionOf(line) },
    {
      title: words.subject,
      key: 'subject',
      responsive: ['md'],
      render: (_, line) => <Subject line={line} />,
    },
    { title: words.detail, key: 'detail', responsive: ['lg'], render: (_, { detail }) => plain(detail) },
    ...(units
      ? [
          {
            title: words.where,
            key: 'where',
            responsive: ['lg' as const],
            render: (_: unknown, { scope }: AuditLineSeen) => unitOf(scope),
          },
        ]
      : []),
    {
      title: words.title,
      key: 'phone',
      responsive: ['xs'],
      render: (_, line) => (
        <>
          <p>
            <b>{nameOf(line.officer, line.officerName)}</b> {actionOf(line)} <Subject line={line} />
          </p>
          <p className="soft">
            {timeText(line.at)}
            {line.detail === '' ? '' : ` · ${plain(line.detail)}`}
            {units ? ` · ${unitOf(line.scope)}` : ''}
          </p>
        </>
      ),
    },
  ];
  return (
    <Table<AuditLineSeen>
      className="audit"
      rowKey="seq"
      columns={columns}
      dataSource={[...lines]}
      pagination={false}
      size="middle"
    />
  );
}

const actionOf = ({ action }: AuditLineSeen): string => words.actions[action] ?? action;

/** Herself is not said again; an entry leads to where it is edited. */
function Subject({ line: { officer, subject, subjectName } }: { readonly line: AuditLineSeen }) {
  if (subject === officer) return null;
  const [kind = '', scope = '', id = ''] = subject.split(':');
  const known = entryKinds.find((one) => one === kind);
  if (known === undefined || id === '') return subjectName ?? subject;
  return (
    <Link to={`/quan-tri/${scope}/noi-dung/${kind}/${encodeURIComponent(id)}`}>
      {`${kindWords[known].one} ${id}`}
    </Link>
  );
}

function unitOf(scope: string): string {
  const read = scopeSchema.safeParse(scope);
  return read.success ? scopeName(read.data) : scope;
}

/** Parts of a detail that are words of ours, roles and units, by their names; all else as it is. */
function plain(detail: string): string {
  const named = (part: string): string => {
    const role = ROLES.find((one) => one === part);
    if (role !== undefined) return roleWords[role].name;
    return words.details[part] ?? (/^(?:\d{5}|base)$/.test(part) ? unitOf(part) : part);
  };
  return detail
    .split(/(, | → )/)
    .map((part) => {
      const [role = '', scope = ''] = part.split(' ');
      return ROLES.some((one) => one === role) && scope !== ''
        ? `${named(role)} – ${named(scope)}`
        : named(part);
    })
    .join('');
}
