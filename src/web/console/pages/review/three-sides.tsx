import { Table, Tag } from 'antd';
import type { ThreeWay } from '../../api/entries.ts';
import { fieldName } from '../../editing/field-names.ts';
import { publishingWords } from '../../words/publishing.vi.ts';
import { shown } from './shown.ts';
import './review.css';

const words = publishingWords.upgrades;

/** Three sides of every field that anybody changed: to look at. */
export function ConflictTable({ fields }: { readonly fields: readonly ThreeWay[] }) {
  return (
    <Table<ThreeWay>
      className="differences"
      rowKey="path"
      size="small"
      pagination={false}
      dataSource={[...fields]}
      columns={[
        {
          title: publishingWords.review.field,
          width: '19%',
          render: (_, { path, names, clash }) => (
            <>
              {fieldName(path, names)} {clash ? <Tag>{words.clash}</Tag> : null}
            </>
          ),
        },
        ...(
          [
            ['base', words.before],
            ['theirs', publishingWords.review.before],
            ['mine', publishingWords.review.after],
          ] as const
        ).map(([side, title]) => ({
          title,
          key: side,
          width: '27%',
          render: (_: unknown, field: ThreeWay) => (
            <div className="side">
              <span className="side-label">{title}</span>
              <span>{shown(field[side], field.names)}</span>
            </div>
          ),
        })),
      ]}
    />
  );
}
