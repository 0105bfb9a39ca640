import { Flex, Tag } from 'antd';
import { Link } from 'react-router';
import type { TriedView } from '#insight/contract.ts';
import { blockText } from '#replies/render-text.ts';
import { useHome } from '../../shell/use-home.ts';
import { factFieldWords } from '../../words/outcomes.vi.ts';
import { tryWords as words } from '../../words/try.vi.ts';

/** What a resident would see, and what it rests on. */
export function Answer({ tried }: { readonly tried: TriedView }) {
  return (
    <section aria-label={words.answer}>
      <h2>{words.answer}</h2>
      {tried.replies.map((reply, place) => (
        <div className="bubble" key={String(place)}>
          {reply.blocks.map((block, at) => (
            <p key={`${block.kind} ${String(at)}`}>{blockText(block)}</p>
          ))}
          {reply.choices.length === 0 ? null : (
            <Flex gap={6} wrap component="ul" className="tags" aria-label={words.buttons}>
              {reply.choices.map(({ id, title }) => (
                <li key={id}>
                  <Tag>{title}</Tag>
                </li>
              ))}
            </Flex>
          )}
        </div>
      ))}
      <h3>{words.facts}</h3>
      <Facts facts={tried.facts} />
    </section>
  );
}

function Facts({ facts }: Pick<TriedView, 'facts'>) {
  const { to } = useHome();
  if (facts.length === 0) return <p className="soft">{words.factsNone}</p>;
  return (
    <ul className="facts">
      {facts.map(({ key, procedure, field, asOf, sources }) => (
        <li key={key}>
          <strong>{factFieldWords[field] ?? field}</strong>
          {procedure === null ? null : (
            <>
              {' · '}
              <Link to={to(`noi-dung/procedure/${procedure.id}`)}>{procedure.name}</Link>
            </>
          )}
          <div className="soft">
            {words.source}:{' '}
            {sources.length === 0
              ? words.noSource
              : sources.map(({ title, url }, i) => (
                  <span key={title}>
                    {i === 0 ? '' : '; '}
                    {url === null ? (
                      title
                    ) : (
                      <a href={url} target="_blank" rel="noreferrer">
                        {title}
                      </a>
                    )}
                  </span>
                ))}
            {asOf === null ? '' : `, ${words.asOf(day(asOf))}`}
          </div>
        </li>
      ))}
    </ul>
  );
}

const day = (date: string): string => date.split('-').reverse().join('/');
