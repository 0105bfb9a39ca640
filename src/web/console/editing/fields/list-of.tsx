import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Badge, Button, Collapse, Flex } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Json } from '#root/json.ts';
import { editingWords as words } from '../../words/editing.vi.ts';
import { isAtOrUnder } from '../doc/doc.ts';
import { isGroup, isList, join, type Group, type Path } from '../doc/path.ts';
import { useAllFaults, useDoc, useFaults, useValue } from '../doc/use-doc.ts';

interface ItemsProps {
  readonly path: Path;
  /** What one is called: "giấy tờ". */
  readonly one: string;
  readonly titleOf: (item: Group, index: number) => string;
  readonly extraOf?: (item: Group) => ReactNode;
  readonly children: (path: Path, item: Group) => ReactNode;
  /** Said where there is none. */
  readonly empty: string;
  /** Buttons of an item beside up, down and remove. */
  readonly buttons?: (index: number) => ReactNode;
}

/** Items one below the other, each opened to be written. `fresh` makes an added one. */
export function ListOf({
  fresh,
  ...props
}: ItemsProps & { readonly fresh: (items: readonly Json[]) => Json }) {
  const [value, set] = useValue(props.path);
  const items = isList(value) ? value : [];
  return (
    <Items
      {...props}
      items={items.map((item, index) => ({
        step: String(index),
        key: isGroup(item) && typeof item['id'] === 'string' ? item['id'] : String(index),
        item: isGroup(item) ? item : {},
      }))}
      add={() => {
        set([...items, fresh(items)]);
        return String(items.length);
      }}
      remove={(index) => {
        set(items.toSpliced(index, 1));
        return () => set(items);
      }}
      move={(from, to) => set(moved(items, from, to))}
    />
  );
}

/** The same for items under names that are never shown: questions, options, sources. */
export function RecordOf({
  fresh,
  nameOf,
  ...props
}: ItemsProps & { readonly fresh: Json; readonly nameOf: (taken: ReadonlySet<string>) => string }) {
  const [value, set] = useValue(props.path);
  const entries = isGroup(value) ? Object.entries(value) : [];
  const write = (next: readonly (readonly [string, Json])[]): void =>
    set(next.length === 0 ? undefined : Object.fromEntries(next));
  return (
    <Items
      {...props}
      items={entries.map(([step, item]) => ({ step, key: step, item: isGroup(item) ? item : {} }))}
      add={() => {
        const name = nameOf(new Set(entries.map(([key]) => key)));
        write([...entries, [name, fresh]]);
        return name;
      }}
      remove={(index) => {
        write(entries.toSpliced(index, 1));
        return () => write(entries);
      }}
      move={(from, to) => write(moved(entries, from, to))}
    />
  );
}

function Items({
  path,
  one,
  titleOf,
  extraOf,
  children,
  empty,
  buttons,
  items,
  add,
  remove,
  move,
}: ItemsProps & {
  readonly items: readonly { readonly step: string; readonly key: string; readonly item: Group }[];
  /** The step of the new one. */
  readonly add: () => string;
  /** How to take it back. */
  readonly remove: (index: number) => () => void;
  readonly move: (from: number, to: number) => void;
}) {
  const [open, setOpen] = useState<string[]>([]);
  const { notification } = App.useApp();
  const doc = useDoc();
  const own = useFaults(path, false);
  const faults = useAllFaults();
  const countOf = (at: Path): number =>
    faults.filter(({ path: fault, severity }) => severity === 'error' && isAtOrUnder(fault, at)).length;
  const removed = (index: number, title: string): void => {
    const undo = remove(index);
    const key = `removed-${path}`;
    const back = (): void => {
      undo();
      notification.destroy(key);
    };
    notification.open({
      key,
      title: words.removed(title),
      actions: <Button onClick={back}>{words.undo}</Button>,
      placement: 'bottomRight',
      duration: 15,
    });
  };
  return (
    <div className="items" data-path={path}>
      {own.map(({ message }) => (
        <p key={message} className="items-fault" role="alert">
          {message}
        </p>
      ))}
      {items.length === 0 ? <p className="none">{empty}</p> : null}
      {items.length === 0 ? null : (
        <Collapse
          activeKey={open}
          onChange={(keys) => setOpen([keys].flat().map(String))}
          destroyOnHidden
          items={items.map(({ step, key, item }, index) => {
            const at = join(path, step);
            const title = titleOf(item, index);
            const wrong = countOf(at);
            return {
              key: step,
              label: (
                <Flex gap={8} align="center" wrap>
                  <span className="item-title">{title}</span>
                  {extraOf?.(item)}
                  {wrong > 0 && doc.isShown(at) ? (
                    <Badge count={wrong} title={words.faultsHere(wrong)} />
                  ) : null}
                </Flex>
              ),
              children: (
                <div key={key}>
                  {children(at, item)}
                  <Flex gap={8} wrap className="item-buttons">
                    {buttons?.(index)}
                    <Button
                      icon={<ArrowUpOutlined aria-hidden />}
                      disabled={index === 0}
                      aria-label={words.up(title)}
                      onClick={() => move(index, index - 1)}
                    />
                    <Button
                      icon={<ArrowDownOutlined aria-hidden />}
                      disabled={index === items.length - 1}
                      aria-label={words.down(title)}
                      onClick={() => move(index, index + 1)}
                    />
                    <Button
                      danger
                      icon={<DeleteOutlined aria-hidden />}
                      onClick={() => removed(index, title)}
                    >
                      {words.remove}
                    </Button>
                  </Flex>
                </div>
              ),
            };
          })}
        />
      )}
      <Button icon={<PlusOutlined aria-hidden />} className="add" onClick={() => setOpen([...open, add()])}>
        {words.addOne(one)}
      </Button>
    </div>
  );
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  return item === undefined ? [...items] : items.toSpliced(from, 1).toSpliced(to, 0, item);
}
