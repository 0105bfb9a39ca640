import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useHome } from '../../shell/use-home.ts';
import { workbookWords as words } from '../../words/workbooks.vi.ts';
import type { Drafted } from './calls.ts';

const SHOWN = 50;

/** Where the drafts are now. */
export function Done({
  done: { drafts, questions },
  onClose,
}: {
  readonly done: Extract<Drafted, { drafts: unknown }>;
  readonly onClose: () => void;
}) {
  const { to } = useHome();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const title =
    drafts.length > 0
      ? words.done(drafts.length.toLocaleString('vi'))
      : words.doneQuestions(questions.toLocaleString('vi'));
  return (
    <div className="import" ref={place} tabIndex={-1} role="status">
      <Alert type="success" showIcon title={title} />
      <ul>
        {drafts.slice(0, SHOWN).map(({ id, title: name }) => (
          <li key={id}>
            <Link to={to(`duyet/${id}`)}>{name}</Link>
          </li>
        ))}
      </ul>
      <Button onClick={onClose}>{words.close}</Button>
    </div>
  );
}
