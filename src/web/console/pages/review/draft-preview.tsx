import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { previewEntry, type Draft } from '../../api/entries.ts';
import { Problem } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { aspectWords } from '../../words/aspects.vi.ts';
import { contentWords } from '../../words/content.vi.ts';
import { publishingWords } from '../../words/publishing.vi.ts';

const words = contentWords.previewWords;
type Channel = 'portal' | 'zalo' | 'messenger';

/** What residents would get of a draft, on each channel, today. */
export function DraftPreview({ draft: { key, value, rev, id } }: { readonly draft: Draft }) {
  const [channel, setChannel] = useState<Channel>('portal');
  const preview = useQuery({
    queryKey: ['draft-preview', id, rev, channel],
    queryFn: () =>
      previewEntry(key, {
        value,
        channel,
        date: dayjs().format('YYYY-MM-DD'),
        unit: key.scope === 'base' ? null : key.scope,
      }),
  });
  return (
    <>
      <Segmented<Channel>
        aria-label={words.title}
        value={channel}
        onChange={setChannel}
        options={[
          { value: 'portal', label: words.channels.portal },
          { value: 'zalo', label: words.channels.zalo },
          { value: 'messenger', label: words.channels.messenger },
        ]}
      />
      {preview.isPending ? <Waiting /> : null}
      {preview.isError ? <Problem error={preview.error} retry={preview.refetch} /> : null}
      {(preview.data?.parts ?? []).map(({ about, messages }) => (
        <section key={about} className="preview-part">
          {about === '' ? null : <h3>{nameOf(about)}</h3>}
          {messages.map(({ text, choices }, i) => (
            <div key={`${about}-${String(i)}`} className="preview-message">
              <p>{text}</p>
              {choices.length === 0 ? null : <p className="soft">{choices.join(' · ')}</p>}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function nameOf(about: string): string {
  const names: Readonly<Record<string, string>> = { ...aspectWords, buoc: publishingWords.review.steps };
  return names[about] ?? about;
}
