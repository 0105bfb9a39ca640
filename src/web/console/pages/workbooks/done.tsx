import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { sentenceFor } from '../../api/error.ts';
import { useHome } from '../../shell/use-home.ts';
import { workbookWords as words } from '../../words/workbooks.vi.ts';
import { submitDraft, type Drafted } from './calls.ts';

const SHOWN = 50;

type Made = Extract<Drafted, { drafts: unknown }>;

/** Where the drafts are now, and one tap to hand them all in. */
export function Done({
  done: { drafts, questions },
  note,
  onClose,
}: {
  readonly done: Made;
  readonly note: string;
  readonly onClose: () => void;
}) {
  const { to } = useHome();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const submitting = useMutation({ mutationFn: () => submitAll(drafts, note) });
  const title =
    drafts.length > 0
      ? words.done(drafts.length.toLocaleString('vi'))
      : words.doneQuestions(questions.toLocaleString('vi'));
  const refused = submitting.data ?? [];
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
      {submitting.data === undefined ? null : (
        <Alert
          type={refused.length === 0 ? 'success' : 'warning'}
          showIcon
          title={words.submitted((drafts.length - refused.length).toLocaleString('vi'))}
          description={refused.map((line) => (
            <p key={line}>{line}</p>
          ))}
        />
      )}
      <div className="book-actions">
        {drafts.length === 0 || submitting.data !== undefined ? null : (
          <Button type="primary" loading={submitting.isPending} onClick={() => submitting.mutate()}>
            {words.submitAll}
          </Button>
        )}
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </div>
  );
}

/** One after the other; one that is refused keeps none of the others back. Gives what was refused, in words. */
async function submitAll(drafts: Made['drafts'], note: string): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const draft of drafts) {
    try {
      await submitDraft(draft, note);
    } catch (error) {
      refused.push(words.notSubmitted(draft.title, sentenceFor(error)));
    }
  }
  return refused;
}
