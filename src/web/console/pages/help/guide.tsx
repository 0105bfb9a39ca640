import { Card } from 'antd';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Page } from '../../shell/page.tsx';
import { guide, guideWords as words, type GuidePicture } from '../../words/guide.vi.ts';
import documents from './pictures/giay-to.webp';
import conflict from './pictures/hai-ban.webp';
import fees from './pictures/le-phi.webp';
import list from './pictures/danh-sach.webp';
import './guide.css';

const pictures: Readonly<Record<GuidePicture, string>> = {
  'danh-sach': list,
  'le-phi': fees,
  'giay-to': documents,
  'hai-ban': conflict,
};

/** Task by task, with the names that stand on the pages. */
export function Component() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <Page title={words.title} intro={words.intro}>
      <nav aria-label={words.contents}>
        <ul className="guide-contents">
          {guide.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {guide.map(({ id, title, when, steps, notes, picture }) => (
        <Card key={id} id={id} aria-labelledby={`${id}-title`} className="guide-task">
          <h2 id={`${id}-title`}>{title}</h2>
          <p>{when}</p>
          <ol>
            {steps.map((step) => (
              <li key={step}>
                <Step text={step} />
              </li>
            ))}
          </ol>
          {picture === undefined ? null : (
            <img src={pictures[picture.name]} alt={picture.alt} loading="lazy" />
          )}
          {notes === undefined ? null : (
            <>
              <h3>{words.notes}</h3>
              <ul>
                {notes.map((note) => (
                  <li key={note}>
                    <Step text={note} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </Card>
      ))}
    </Page>
  );
}

/** Names of buttons and fields stand out. */
function Step({ text }: { readonly text: string }) {
  return text
    .split(/(“[^”]+”)/)
    .map((part, index) =>
      part.startsWith('“') ? <b key={index}>{part}</b> : <span key={index}>{part}</span>,
    );
}
