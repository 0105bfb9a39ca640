import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReviewGroupView } from '#insight/contract.ts';
import { settle } from '../../api/insight.ts';
import { newId } from '../../editing/fields/new-id.ts';
import { Problem } from '../../shell/problem.tsx';
import { reviewWords as words } from '../../words/review.vi.ts';

/** A question that nothing answers yet becomes an entry: its form opens with a wording of hers as the first phrase. */
export function NewEntryDialog({
  scope,
  group,
  close,
}: {
  readonly scope: string;
  readonly group: ReviewGroupView;
  readonly close: () => void;
}) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const ids = { name: useId(), help: useId() };
  const begin = useMutation({
    mutationFn: () => settle(scope, { what: { kind: 'group', id: group.id }, as: 'entry' }),
    onSuccess: () => {
      const day = new Date().toISOString().slice(2, 10).replaceAll('-', '');
      const slug = `${newId(name, new Set(), 'cau-hoi')}-${day}`;
      // Questions are everybody's, so they are written in the base. Her wording goes along beside the address.
      const query = new URLSearchParams({ ten: name.trim() });
      const state = { phrase: group.wordings[0]?.text ?? '' };
      void navigate(`/quan-tri/base/noi-dung/faq/${slug}?${query.toString()}`, { state });
    },
  });
  return (
    <Modal
      open
      title={words.makeEntry}
      okText={words.entryGo}
      cancelText={words.undoNo}
      okButtonProps={{ disabled: name.trim() === '', loading: begin.isPending }}
      onOk={() => begin.mutate()}
      onCancel={close}
    >
      {begin.isError ? <Problem error={begin.error} /> : null}
      <label htmlFor={ids.name}>{words.entryName}</label>
      <Input
        id={ids.name}
        autoFocus
        value={name}
        aria-describedby={ids.help}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={() => (name.trim() === '' ? undefined : begin.mutate())}
      />
      <p id={ids.help} className="soft">
        {words.entryNameHelp}
      </p>
    </Modal>
  );
}
