import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.ts';
import { asDate } from './as-date.ts';
import { Link } from './linked.tsx';

/** Our bot says it as a sentence already; a bare date is made one. */
const inWords = (asOf: string) => {
  const date = asDate(asOf);
  return date === asOf ? asOf.replace(/\.$/, '') : words.sources.asOf(date);
};

export function SourcesNote({ sources }: { sources: BlockOf<'sources'> }) {
  return (
    <div class="sources">
      {sources.weak && <p class="weak">{words.sources.weak}</p>}
      <details>
        <summary>
          {words.sources.summary} · {inWords(sources.asOf)}
        </summary>
        <ul>
          {sources.items.map((source, index) => (
            <li key={index}>
              <Link url={source.url ?? ''} text={source.title} />
              {source.asOf !== undefined && <> ({asDate(source.asOf)})</>}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
