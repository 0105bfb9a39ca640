import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { signInWords } from '../../words/sign-in.vi.ts';

const { enrol: words } = signInWords;

/** Shown once. She goes on when she says that she has put them away. */
export function RecoveryCodes({
  codes,
  onKept,
  goOn = words.goOn,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
  readonly goOn?: string;
}) {
  const [kept, setKept] = useState(false);
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {words.done}
      </h2>
      <p>{words.codesIntro}</p>
      <ul className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Flex wrap gap={8}>
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          {words.print}
        </Button>
        <span role="status">{copied ? words.copied : ''}</span>
      </Flex>
      <p>
        <Checkbox checked={kept} onChange={({ target }) => setKept(target.checked)}>
          {words.kept}
        </Checkbox>
      </p>
      <Button type="primary" block disabled={!kept} onClick={onKept}>
        {goOn}
      </Button>
    </>
  );
}
