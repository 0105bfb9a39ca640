import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { EntryKind } from '#publishing/ports.ts';
import { useScope } from '../../api/session.ts';
import { newId } from '../../editing/fields/new-id.ts';
import { contentWords as words } from '../../words/content.vi.ts';
import { kindWords } from '../../words/kinds.vi.ts';

/** Asks only what it is called; the page of the entry then opens with the rest to write. */
export function AddEntry({ kind, close }: { readonly kind: EntryKind; readonly close: () => void }) {
  const scope = useScope();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const id = useId();
  const { one } = kindWords[kind];
  const go = (): void => {
    // Ids are never reused: two entries of one name differ by their day.
    const day = new Date().toISOString().slice(2, 10).replaceAll('-', '');
    const slug = `${newId(name, new Set(), kind)}-${day}`;
    void navigate(`/quan-tri/${scope}/noi-dung/${kind}/${slug}?ten=${encodeURIComponent(name.trim())}`);
  };
  return (
    <Modal
      open
      title={words.addTitle(one)}
      okText={words.addGo}
      cancelText={words.cancel}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={go}
      onCancel={close}
    >
      <label htmlFor={id}>{words.addName}</label>
      <Input
        id={id}
        value={name}
        autoFocus
        onChange={({ target }) => setName(target.value)}
        onPressEnter={() => (name.trim() === '' ? undefined : go())}
      />
    </Modal>
  );
}
