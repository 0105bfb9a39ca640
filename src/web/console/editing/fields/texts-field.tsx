import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { editingWords as common } from '../../words/editing.vi.ts';
import { isList, join, type Path } from '../doc/path.ts';
import { useFaults, useValue } from '../doc/use-doc.ts';
import { TextField } from './text-field.tsx';

/** Sentences in their order: fixes, one action each. */
export function TextsField({
  path,
  title,
  one,
  empty,
}: {
  readonly path: Path;
  readonly title: string;
  readonly one: string;
  readonly empty: string;
}) {
  const [value, set] = useValue(path);
  const faults = useFaults(path, false);
  const texts = isList(value) ? value : [];
  return (
    <section aria-label={title} className="items">
      <h3>{title}</h3>
      {faults.map(({ message }) => (
        <p key={message} className="items-fault" role="alert">
          {message}
        </p>
      ))}
      {texts.length === 0 ? <p className="none">{empty}</p> : null}
      {texts.map((_, index) => {
        const label = `${one.charAt(0).toUpperCase()}${one.slice(1)} ${String(index + 1)}`;
        return (
          <Flex key={index} gap={8} align="start" className="text-row">
            <div className="grow">
              <TextField path={join(path, index)} label={label} rows={2} required />
            </div>
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={common.removeLine(label)}
              onClick={() => set(texts.toSpliced(index, 1))}
            />
          </Flex>
        );
      })}
      <Button icon={<PlusOutlined aria-hidden />} className="add" onClick={() => set([...texts, ''])}>
        {common.addOne(one)}
      </Button>
    </section>
  );
}
