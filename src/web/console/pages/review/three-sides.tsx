import { Table, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ThreeWay } from '../../api/entries.ts';
import { fieldName } from '../../editing/field-names.ts';
import { publishingWords } from '../../words/publishing.vi.ts';
import { shown } from './shown.ts';
import './review.css';

const words = publishingWords.upgrades;

export type Side = 'base' | 'theirs' | 'mine';

/** Three sides of every field that anybody changed. `choice`: what stands around a side to choose it. */
export function ThreeSides({
  fields,
  labels,
  choice = (_field, _side, value) => value,
}: {
  readonly fields: readonly ThreeWay[];
  readonly labels: Readonly<Record<Side, string>>;
  readonly choice?: (field: ThreeWay, side: Side, value: ReactNode) => ReactNode;
}) {
  const side = (name: Side) => ({
    title: labels[name],
    key: name,
    width: '27%',
    render: (_: unknown, field: ThreeWay) =>
      choice(
        field,
        name,
        <div className="side">
          <span className="side-label">{labels[name]}</span>
          <span>{shown(field[name], field.names)}</span>
        </div>,
      ),
  });
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
        side('base'),
        side('theirs'),
        side('mine'),
      ]}
    />
  );
}
