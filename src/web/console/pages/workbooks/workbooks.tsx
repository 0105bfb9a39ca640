import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useMay, useScope } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { workbookWords as words } from '../../words/workbooks.vi.ts';
import { fileAddress, readBooks, type Book } from './calls.ts';
import { Import } from './import.tsx';
import './workbooks.css';

/** What can be taken away as a workbook, and brought back. */
export function Component() {
  const scope = useScope();
  const mayEdit = useMay('edit');
  const [chosen, setChosen] = useState<string | null>(null);
  const books = useQuery({
    queryKey: ['workbooks', scope],
    queryFn: ({ signal }) => readBooks(scope, signal),
  });
  return (
    <Page title={words.title} intro={words.intro}>
      {books.isPending ? <Skeleton active /> : null}
      {books.isError ? <Problem error={books.error} retry={books.refetch} /> : null}
      <ul className="books">
        {(books.data ?? []).map((book) => (
          <li key={book.id}>
            <BookCard
              book={book}
              edits={mayEdit && book.edits}
              isOpen={chosen === book.id}
              onBring={() => setChosen(chosen === book.id ? null : book.id)}
            />
            {chosen === book.id ? <Import book={book} onClose={() => setChosen(null)} /> : null}
          </li>
        ))}
      </ul>
    </Page>
  );
}

function BookCard({
  book,
  edits,
  isOpen,
  onBring,
}: {
  readonly book: Book;
  readonly edits: boolean;
  readonly isOpen: boolean;
  readonly onBring: () => void;
}) {
  const scope = useScope();
  const { id, title, help, sheets } = book;
  return (
    <section aria-labelledby={`book-${id}`}>
      <h2 id={`book-${id}`}>{title}</h2>
      {help.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="soft">
        {sheets.map(({ name, rows }) => `${name}: ${words.rows(rows.toLocaleString('vi'))}`).join(' · ')}
      </p>
      <div className="book-actions">
        <Button href={fileAddress(scope, id, 'xlsx')} download aria-label={words.downloadOf(title)}>
          {words.download}
        </Button>
        {edits ? (
          <Button type="primary" aria-expanded={isOpen} aria-label={words.bringOf(title)} onClick={onBring}>
            {words.bring}
          </Button>
        ) : (
          <span className="soft">{words.readOnly}</span>
        )}
        <span className="csv-links">
          {words.csvLabel}{' '}
          {sheets.map((sheet) => (
            <a key={sheet.id} href={fileAddress(scope, id, 'csv', sheet.id)} download>
              {words.csv(sheet.name)}
            </a>
          ))}
        </span>
      </div>
    </section>
  );
}
