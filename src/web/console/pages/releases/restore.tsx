import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { restoreRelease } from '../../api/publishing.ts';
import { useMay } from '../../api/session.ts';
import { Problem } from '../../shell/problem.tsx';
import { useHome } from '../../shell/use-home.ts';
import { publishingWords } from '../../words/publishing.vi.ts';
import { releaseName } from './release-name.ts';

const words = publishingWords.releases;

/** Back to an earlier release, as a new one: for who approves for the whole province. */
export function Restore({ number, live }: { readonly number: number; readonly live: boolean }) {
  const { scope } = useHome();
  const may = useMay('approve');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const field = useId();
  const restore = useMutation({
    mutationFn: () => restoreRelease(number, note),
    onSuccess: async () => {
      setOpen(false);
      await client.invalidateQueries({ queryKey: ['publications', scope] });
    },
  });
  if (!may || scope !== 'base' || live) return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => setOpen(true)}
        aria-label={`${words.restore}: ${releaseName(number)}`}
      >
        {number === 0 ? `${words.restore}: ${releaseName(0).toLowerCase()}` : words.restore}
      </Button>
      <Modal
        open={open}
        title={words.restoreTitle(releaseName(number).toLowerCase())}
        okText={words.restoreGo}
        cancelText={words.cancel}
        confirmLoading={restore.isPending}
        onOk={() => restore.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p>{words.restoreText}</p>
        <label htmlFor={field}>{words.restoreNote}</label>
        <Input.TextArea
          id={field}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {restore.isError ? <Problem error={restore.error} /> : null}
      </Modal>
    </>
  );
}
