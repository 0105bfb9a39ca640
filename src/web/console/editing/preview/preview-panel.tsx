import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Collapse, DatePicker, Empty, Segmented, Select, Tabs } from 'antd';
import dayjs from 'dayjs';
import { useState, useSyncExternalStore } from 'react';
import { aspectSchema } from '#knowledge/schema/ids.ts';
import type { EntryKey } from '#publishing/ports.ts';
import { previewEntry } from '../../api/entries.ts';
import { Problem } from '../../shell/problem.tsx';
import { allUnits, scopeName } from '../../shell/scopes.ts';
import { useDebounced } from '../../shell/use-debounced.ts';
import { foldedIncludes } from '../../shell/fold.ts';
import { aspectWords } from '../../words/aspects.vi.ts';
import { contentWords } from '../../words/content.vi.ts';
import { Labelled } from '../../shell/labelled.tsx';
import { questionsOf } from '../condition/questions.ts';
import type { Doc } from '../doc/doc.ts';
import { isGroup } from '../doc/path.ts';
import { WalkPicture } from '../picture/walk-picture.tsx';

const { previewWords: words, pictureWords } = contentWords;
const SETTLED_MS = 700;

interface PreviewProps {
  readonly entryKey: EntryKey;
  readonly as: 'own' | 'whole';
  readonly doc: Doc;
}

/** What residents would get for a case, a unit and a day, on each channel; for a procedure also the way drawn. */
export function PreviewPanel(props: PreviewProps) {
  if (props.entryKey.kind !== 'procedure') return <Answers {...props} />;
  return (
    <Tabs
      size="small"
      destroyOnHidden
      items={[
        { key: 'answers', label: words.title, children: <Answers {...props} /> },
        { key: 'picture', label: pictureWords.title, children: <WalkPicture doc={props.doc} /> },
      ]}
    />
  );
}

function Answers({ entryKey, as, doc }: PreviewProps) {
  const typed = useSyncExternalStore(doc.subscribe, doc.whole);
  const value = useDebounced(typed, SETTLED_MS);
  const [channel, setChannel] = useState<'portal' | 'zalo' | 'messenger'>('portal');
  const [date, setDate] = useState(dayjs().format('YYYY-MM-DD'));
  const [unit, setUnit] = useState<string | null>(entryKey.scope === 'base' ? null : entryKey.scope);
  const [submission, setSubmission] = useState<'online' | 'counter' | 'postal' | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const body = { value, as, channel, date, unit, submission, answers } as const;
  const preview = useQuery({
    queryKey: ['preview', entryKey.kind, entryKey.scope, entryKey.id, body],
    queryFn: ({ signal }) => previewEntry(entryKey, body, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });
  const questions = questionsOf(isGroup(value) ? value['questions'] : undefined);
  const answer = (id: string, option: string | undefined): void => {
    const { [id]: _, ...rest } = answers;
    setAnswers(option === undefined ? rest : { ...rest, [id]: option });
  };
  return (
    <section aria-label={words.title} className="preview">
      <Segmented
        aria-label={words.channel}
        value={channel}
        onChange={setChannel}
        options={(['portal', 'zalo', 'messenger'] as const).map((value) => ({
          value,
          label: words.channels[value],
        }))}
      />
      <Collapse
        size="small"
        ghost
        items={[
          {
            key: 'case',
            label: words.case,
            children: (
              <>
                <Labelled label={words.date}>
                  {(id) => (
                    <DatePicker
                      id={id}
                      format="DD/MM/YYYY"
                      allowClear={false}
                      value={dayjs(date)}
                      onChange={(next) => setDate((next ?? dayjs()).format('YYYY-MM-DD'))}
                    />
                  )}
                </Labelled>
                {entryKey.scope === 'base' ? (
                  <Labelled label={words.unit}>
                    {(id) => (
                      <Select
                        id={id}
                        allowClear
                        value={unit}
                        placeholder={words.notAnswered}
                        showSearch={{ filterOption: (q, option) => foldedIncludes(option?.label ?? '', q) }}
                        options={allUnits.map((value) => ({ value, label: scopeName(value) }))}
                        onChange={(next: string | undefined) => setUnit(next ?? null)}
                      />
                    )}
                  </Labelled>
                ) : null}
                <Labelled label={words.submission}>
                  {(id) => (
                    <Select
                      id={id}
                      value={submission ?? ('any' as const)}
                      options={(['any', 'online', 'counter', 'postal'] as const).map((value) => ({
                        value,
                        label: words.submissions[value],
                      }))}
                      onChange={(next: 'any' | 'online' | 'counter' | 'postal') =>
                        setSubmission(next === 'any' ? null : next)
                      }
                    />
                  )}
                </Labelled>
                {questions.map(({ id: question, label, options }) => (
                  <Labelled key={question} label={label}>
                    {(id) => (
                      <Select
                        id={id}
                        allowClear
                        placeholder={words.notAnswered}
                        value={answers[question] ?? null}
                        options={options.map(({ id, label }) => ({ value: id, label }))}
                        onChange={(next: string | undefined) => answer(question, next)}
                      />
                    )}
                  </Labelled>
                ))}
              </>
            ),
          },
        ]}
      />
      {preview.isError ? <Problem error={preview.error} retry={preview.refetch} /> : null}
      {preview.data !== undefined && preview.data.parts.length === 0 ? (
        preview.data.faults.some(({ severity }) => severity === 'error') ? (
          <Alert type="warning" showIcon title={words.faults} />
        ) : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />
        )
      ) : null}
      <div className={`phone ${channel}`} aria-live="polite" aria-busy={preview.isFetching}>
        {preview.data?.parts.map(({ about, messages }) => (
          <section key={about} aria-label={words.asked(partName(about))}>
            <h3>{partName(about)}</h3>
            {messages.map(({ text, choices }, index) => (
              <div key={index} className="said">
                <p>{text}</p>
                {choices.length === 0 ? null : (
                  <ul>
                    {choices.map((choice) => (
                      <li key={choice}>{choice}</li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

/** What a part answers: an aspect, the steps, or the question itself. */
function partName(about: string): string {
  if (about === '') return words.answerPart;
  if (about === 'buoc') return words.stepsPart;
  const aspect = aspectSchema.safeParse(about);
  return aspect.success ? aspectWords[aspect.data] : about;
}
