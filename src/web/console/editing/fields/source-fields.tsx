import { PlusOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { editingWords } from '../../words/editing.vi.ts';
import { isGroup, isList, join, type Path } from '../doc/path.ts';
import { useDoc, useValue } from '../doc/use-doc.ts';
import { RecordOf } from './list-of.tsx';
import { newId } from './new-id.ts';
import { ChoiceField, DateField, LineField, PicksField, type Choice } from './simple-fields.tsx';

const { sources: words, dates } = editingWords;

const fresh = { title: '', kind: 'official', confidence: 'high' };
const nameFor = (taken: ReadonlySet<string>): string => newId('', taken, 'nguon');

/** Which of the entry's sources say this; a new one can be written here and now. */
export function SourcesField({ path, label }: { readonly path: Path; readonly label?: string }) {
  const doc = useDoc();
  const [all] = useValue('sources');
  const [opened, setOpened] = useState<string | null>(null);
  const choices: readonly Choice[] = isGroup(all)
    ? Object.entries(all).map(([value, source]) => ({ value, label: titleOf(source) || words.newTitle }))
    : [];
  const addNew = (): void => {
    const name = nameFor(new Set(choices.map(({ value }) => value)));
    const chosen = doc.get(path);
    doc.set(join('sources', name), fresh);
    doc.set(path, [...(isList(chosen) ? chosen : []), name]);
    setOpened(name);
  };
  return (
    <>
      <PicksField
        path={path}
        label={label ?? words.label}
        help={words.help}
        choices={choices}
        empty={words.none}
        required
      />
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={addNew} className="after-field">
        {words.addNew}
      </Button>
      <Modal
        open={opened !== null}
        title={words.newTitle}
        okText={words.done}
        cancelButtonProps={{ style: { display: 'none' } }}
        onOk={() => setOpened(null)}
        onCancel={() => setOpened(null)}
        destroyOnHidden
      >
        {opened === null ? null : <SourceFields path={join('sources', opened)} />}
      </Modal>
    </>
  );
}

/** All sources of the entry. */
export function SourceList() {
  return (
    <RecordOf
      path="sources"
      one={words.one}
      empty={words.empty}
      fresh={fresh}
      nameOf={nameFor}
      titleOf={(source) => titleOf(source) || words.newTitle}
    >
      {(path) => <SourceFields path={path} />}
    </RecordOf>
  );
}

export function EntryDates() {
  return (
    <div className="row">
      <DateField path="asOf" label={dates.asOf} help={dates.asOfHelp} required />
      <DateField path="review" label={dates.review} help={dates.reviewHelp} required />
    </div>
  );
}

function SourceFields({ path }: { readonly path: Path }) {
  return (
    <>
      <LineField path={join(path, 'title')} label={words.title} help={words.titleHelp} required />
      <LineField path={join(path, 'url')} label={words.url} placeholder="https://" />
      <div className="row">
        <DateField path={join(path, 'date')} label={words.date} />
        <ChoiceField
          path={join(path, 'confidence')}
          label={words.confidence}
          choices={choicesOf(words.confidences)}
          required
        />
      </div>
      <ChoiceField path={join(path, 'kind')} label={words.kind} choices={choicesOf(words.kinds)} required />
      <LineField path={join(path, 'supports')} label={words.supports} />
    </>
  );
}

const titleOf = (source: unknown): string =>
  typeof source === 'object' && source !== null && 'title' in source && typeof source.title === 'string'
    ? source.title
    : '';

export const choicesOf = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
