import { App, DatePicker, Flex, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import { refusedSchema } from '#publishing/contract.ts';
import { submitDraft, type Draft } from '../../api/entries.ts';
import { ApiError, sentenceFor } from '../../api/error.ts';
import type { FieldFault } from '../../editing/doc/doc.ts';
import { contentWords } from '../../words/content.vi.ts';

const words = contentWords.entry;

/** Hands the draft in with a note, to be published when approved or at a time. `done(null)`: not handed in. */
export function SubmitDialog({
  draft,
  refused,
  done,
}: {
  readonly draft: Draft;
  readonly refused: (faults: readonly FieldFault[]) => void;
  readonly done: (draft: Draft | null) => void;
}) {
  const { message } = App.useApp();
  const [note, setNote] = useState(draft.note);
  const [at, setAt] = useState<Dayjs | null>(draft.publishAt === null ? null : dayjs(draft.publishAt));
  const [sending, setSending] = useState(false);
  const ids = { note: useId(), at: useId(), help: useId() };
  const send = async (): Promise<void> => {
    setSending(true);
    try {
      const { draft: handedIn } = await submitDraft(draft, {
        rev: draft.rev,
        note,
        publishAt: at?.valueOf() ?? null,
      });
      done(handedIn);
    } catch (error) {
      const faults =
        error instanceof ApiError
          ? refusedSchema.shape.error.shape.faults.safeParse(error.more['faults'])
          : null;
      if (faults?.success === true)
        refused(faults.data.map(({ path, says, severity }) => ({ path, message: says, severity })));
      void message.error(sentenceFor(error));
      done(null);
    }
  };
  return (
    <Modal
      open
      title={words.submitTitle}
      okText={words.submitGo}
      cancelText={contentWords.cancel}
      confirmLoading={sending}
      onOk={() => void send()}
      onCancel={() => done(null)}
    >
      <Flex vertical gap={4}>
        <label htmlFor={ids.note}>{words.submitNote}</label>
        <p id={ids.help} className="field-help">
          {words.submitNoteHelp}
        </p>
        <Input.TextArea
          id={ids.note}
          aria-describedby={ids.help}
          className="grows"
          rows={2}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <span className="label">{words.submitWhen}</span>
        <Radio.Group
          aria-label={words.submitWhen}
          value={at === null ? 'now' : 'at'}
          options={[
            { value: 'now', label: words.submitNow },
            { value: 'at', label: words.submitAt },
          ]}
          onChange={(event: { target: { value?: unknown } }) =>
            setAt(event.target.value === 'at' ? dayjs().add(1, 'day').startOf('day') : null)
          }
        />
        {at === null ? null : (
          <DatePicker
            id={ids.at}
            aria-label={words.submitAt}
            showTime={{ format: 'HH:mm' }}
            format="HH:mm DD/MM/YYYY"
            value={at}
            onChange={setAt}
          />
        )}
      </Flex>
    </Modal>
  );
}
