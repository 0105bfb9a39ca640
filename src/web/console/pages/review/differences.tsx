import { Table } from 'antd';
import { fieldName } from '../../editing/field-names.ts';
import type { Difference } from '../../api/publishing.ts';
import { publishingWords } from '../../words/publishing.vi.ts';
import { shown } from './shown.ts';
import './review.css';

const words = publishingWords.review;

/** Two versions side by side, field by field; on a phone one under the other. */
export function Differences({
  fields,
  before = words.before,
  after = words.after,
  same = words.same,
}: {
  readonly fields: readonly Difference[];
  readonly before?: string;
  readonly after?: string;
  readonly same?: string;
}) {
  if (fields.length === 0) return <p>{same}</p>;
  return (
    <Table<Difference>
      className="differences"
      rowKey="path"
      size="small"
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      dataSource={[...fields]}
      columns={[
        { title: words.field, width: '22%', render: (_, { path, names }) => fieldName(path, names) },
        {
          title: before,
          width: '39%',
          render: (_, field) => <Value field={field} is="before" label={before} />,
        },
        {
          title: after,
          width: '39%',
          render: (_, field) => <Value field={field} is="after" label={after} />,
        },
      ]}
    />
  );
}

function Value({
  field,
  is,
  label,
}: {
  readonly field: Difference;
  readonly is: 'before' | 'after';
  readonly label: string;
}) {
  return (
    <div className={`side ${is}`}>
      <span className="side-label">{label}</span>
      <span>{shown(field[is], field.names)}</span>
    </div>
  );
}
