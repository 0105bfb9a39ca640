import { Alert, Button, Flex, Radio, Table, Tag } from 'antd';
import { useState } from 'react';
import type { ItemNames } from '#publishing/item-names.ts';
import type { Json } from '#root/json.ts';
import { contentWords } from '../words/content.vi.ts';
import { fieldName } from './field-names.ts';
import { textFrom } from './text-from.ts';
import '../pages/review/review.css';

const words = contentWords.conflict;

export type Side = 'theirs' | 'mine';

export interface ConflictField {
  readonly path: string;
  /** Words for ids. */
  readonly names: ItemNames;
  readonly base: Json | undefined;
  readonly theirs: Json | undefined;
  readonly mine: Json | undefined;
  /** Both changed it. */
  readonly clash: boolean;
}

/** Two versions side by side, field by field: she chooses, nothing is dropped unseen. */
export function ConflictView({
  why,
  fields,
  done,
}: {
  readonly why: string;
  readonly fields: readonly ConflictField[];
  readonly done: (chosen: ReadonlyMap<string, Side>) => void;
}) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(
    () =>
      new Map(
        fields.map(({ path, base, mine, clash }) => [
          path,
          clash || !sameJson(base, mine) ? 'mine' : 'theirs',
        ]),
      ),
  );
  const choose = (path: string, side: Side): void => setChosen(new Map(chosen).set(path, side));
  const all = (side: Side): void => setChosen(new Map(fields.map(({ path }) => [path, side])));
  return (
    <section aria-label={words.title} className="two-sides">
      <Alert type="warning" showIcon title={words.title} description={why} />
      <Table<ConflictField>
        className="differences"
        rowKey="path"
        pagination={false}
        dataSource={[...fields]}
        columns={[
          {
            title: words.field,
            render: (_, { path, names, clash }) => (
              <>
                {fieldName(path, names)} {clash ? <Tag>{words.both}</Tag> : null}
              </>
            ),
          },
          ...(['mine', 'theirs'] as const).map((side) => ({
            title: words[side],
            key: side,
            render: (_: unknown, field: ConflictField) => (
              <Radio
                checked={chosen.get(field.path) === side}
                onChange={() => choose(field.path, side)}
                aria-label={`${words.choose(fieldName(field.path, field.names))}: ${words[side]}`}
              >
                <Shown value={field[side]} names={field.names} label={words[side]} />
              </Radio>
            ),
          })),
          {
            title: words.before,
            render: (_, { base, names }) => <Shown value={base} names={names} label={words.before} />,
          },
        ]}
      />
      <Flex gap={8} wrap>
        <Button type="primary" onClick={() => done(chosen)}>
          {words.done}
        </Button>
        <Button onClick={() => all('mine')}>{words.keepAllMine}</Button>
        <Button onClick={() => all('theirs')}>{words.takeAllTheirs}</Button>
      </Flex>
    </section>
  );
}

/** On a phone the sides stand one under the other, each with its name. */
function Shown({
  value,
  names,
  label,
}: {
  readonly value: Json | undefined;
  readonly names: ItemNames;
  readonly label: string;
}) {
  return (
    <span className="shown">
      <span className="side-label">{label}</span>
      {value === undefined || value === '' ? words.empty : textFrom(value, names)}
    </span>
  );
}

const sameJson = (a: Json | undefined, b: Json | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
