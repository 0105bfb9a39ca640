import { Table } from 'antd';
import { pictureIdSchema } from '#knowledge/schema/schematic.ts';
import { pictureAddress } from '../../api/pictures.ts';
import { useScope } from '../../api/session.ts';
import { fieldName } from '../../editing/field-names.ts';
import type { Difference } from '../../api/publishing.ts';
import { formWords } from '../../words/kinds.vi.ts';
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
      <Shown field={field} is={is} />
    </div>
  );
}

/** A screenshot is looked at, not read. */
function Shown({ field, is }: { readonly field: Difference; readonly is: 'before' | 'after' }) {
  const scope = useScope();
  const picture = pictureIdSchema.safeParse(field[is].is);
  if (!picture.success) return <span>{shown(field[is], field.names)}</span>;
  return <img className="shot" src={pictureAddress(scope, picture.data)} alt={formWords.schematic.seen} />;
}
