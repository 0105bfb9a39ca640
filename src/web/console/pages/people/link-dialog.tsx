import { CopyOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Modal } from 'antd';
import { useState } from 'react';
import { timeText } from '../../shell/times.ts';
import { peopleWords } from '../../words/people.vi.ts';

const { link: words } = peopleWords;

export interface ShownLink {
  readonly kind: 'invite' | 'reset';
  readonly url: string;
  readonly expiresAt: number;
}

/** A one-time link, to be handed over by whatever means the two people have. */
export function LinkDialog({
  link,
  onClose,
}: {
  readonly link: ShownLink | null;
  readonly onClose: () => void;
}) {
  const [copied, setCopied] = useState(false);
  const copy = async (url: string): Promise<void> => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  const close = (): void => {
    setCopied(false);
    onClose();
  };
  return (
    <Modal
      open={link !== null}
      title={words.label}
      footer={
        <Button type="primary" onClick={close}>
          {words.close}
        </Button>
      }
      onCancel={close}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {link === null ? null : (
        <div className="one-time-link">
          <p>{words[link.kind]}</p>
          <Input.TextArea readOnly aria-label={words.label} value={link.url} rows={3} />
          <Flex gap={8} align="center" className="copy-line">
            <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy(link.url)}>
              {words.copy}
            </Button>
            <span role="status">{copied ? words.copied : ''}</span>
          </Flex>
          <p>{words.until(timeText(link.expiresAt))}</p>
          <p className="soft">{words.once}</p>
        </div>
      )}
    </Modal>
  );
}
