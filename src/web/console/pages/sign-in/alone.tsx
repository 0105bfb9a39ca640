import { useEffect, useRef, type ReactNode } from 'react';
import './sign-in.css';
import { shellWords } from '../../words/shell.vi.ts';
import { signInWords } from '../../words/sign-in.vi.ts';

/** A page without the frame, for who is not in yet. */
export function Alone({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Another state of the same page: a reader hears where she is now.
  const first = useRef(title);
  useEffect(() => {
    if (first.current !== title) heading.current?.focus();
  }, [title]);
  return (
    <main className="alone signing">
      <title>{`${title} – ${shellWords.console}`}</title>
      <div className="card">
        <p className="product">{signInWords.product}</p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </main>
  );
}
