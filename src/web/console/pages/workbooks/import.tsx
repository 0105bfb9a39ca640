import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useScope } from '../../api/session.ts';
import { Problem } from '../../shell/problem.tsx';
import { workbookWords as words } from '../../words/workbooks.vi.ts';
import { compare, makeDrafts, progressOf, type Book, type Comparison } from './calls.ts';
import { ComparisonView } from './comparison-view.tsx';
import { Done } from './done.tsx';

const LOOK_MS = 400;

/** A file is chosen, compared, and made into drafts; nothing is kept between these steps but the file itself. */
export function Import({ book, onClose }: { readonly book: Book; readonly onClose: () => void }) {
  const scope = useScope();
  const [file, setFile] = useState<File | null>(null);
  const [removals, setRemovals] = useState(false);
  const [note, setNote] = useState('');
  const [ticket, setTicket] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const comparing = useMutation({ mutationFn: compare });
  const making = useMutation({ mutationFn: makeDrafts });
  const busy = comparing.isPending || making.isPending;
  const progress = useQuery({
    queryKey: ['workbook-progress', ticket],
    queryFn: () => progressOf(scope, ticket),
    enabled: busy && ticket !== '',
    refetchInterval: LOOK_MS,
    retry: false,
  });

  const begin = (): string => {
    const fresh = crypto.randomUUID();
    setTicket(fresh);
    return fresh;
  };
  const forget = (): void => {
    comparing.reset();
    making.reset();
  };
  const look = (): void => {
    if (file === null) return;
    making.reset();
    comparing.mutate({ scope, book: book.id, file, removals, ticket: begin() });
  };
  const accept = ({ hash }: Comparison): void => {
    if (file === null) return;
    making.mutate({ scope, book: book.id, file, removals, ticket: begin(), expect: hash, note });
  };

  const made = making.data;
  if (made !== undefined && 'drafts' in made) return <Done done={made} note={note} onClose={onClose} />;
  const seen = made !== undefined && 'comparison' in made ? made : comparing.data;
  const refused = [made, comparing.data].find((answer) => answer !== undefined && 'refused' in answer);
  const done = progress.data ?? null;
  return (
    <section className="import" aria-labelledby="import-title">
      <h3 id="import-title" ref={heading} tabIndex={-1}>
        {words.importTitle(book.title)}
      </h3>
      <label className="file-choice">
        <span>{words.choose}</span>
        <input
          type="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null);
            forget();
          }}
        />
      </label>
      <Checkbox
        checked={removals}
        onChange={({ target }) => {
          setRemovals(target.checked);
          forget();
        }}
      >
        {words.removals}
      </Checkbox>
      <p className="soft">{words.removalsHint}</p>
      <div className="book-actions">
        <Button type="primary" disabled={file === null || busy} loading={comparing.isPending} onClick={look}>
          {words.compare}
        </Button>
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      <div aria-live="polite">
        {busy ? (
          <Progress
            percent={Math.round((done ?? 0) * 100)}
            status="active"
            showInfo={done !== null}
            aria-label={words.working}
          />
        ) : null}
        {comparing.isError ? <Problem error={comparing.error} /> : null}
        {making.isError ? <Problem error={making.error} /> : null}
        {refused !== undefined && 'refused' in refused ? (
          <Alert type="error" showIcon title={words.refused} description={refused.refused} />
        ) : null}
        {made !== undefined && 'comparison' in made ? (
          <Alert type="warning" showIcon title={words.changedSince} />
        ) : null}
      </div>
      {seen !== undefined && 'comparison' in seen && !comparing.isPending ? (
        <>
          <ComparisonView comparison={seen.comparison} removals={removals} />
          {canAccept(seen.comparison, removals) ? (
            <div className="accept">
              <label className="labelled">
                <span>{words.note}</span>
                <Input.TextArea
                  rows={2}
                  maxLength={500}
                  value={note}
                  onChange={({ target }) => setNote(target.value)}
                />
              </label>
              <Button type="primary" loading={making.isPending} onClick={() => accept(seen.comparison)}>
                {book.id === 'danh-gia'
                  ? words.keepQuestions
                  : words.makeDrafts(seen.comparison.entries.toLocaleString('vi'))}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

const canAccept = ({ errors, added, changed, removed }: Comparison, removals: boolean): boolean =>
  errors === 0 && added + changed + (removals ? removed : 0) > 0;
