import { useMutation } from '@tanstack/react-query';
import { Button, Collapse, Empty, Flex, Input, Select } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { tryQuestion } from '../../api/insight.ts';
import { useMay, useScope } from '../../api/session.ts';
import { foldedIncludes } from '../../shell/fold.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { allUnits, scopeName } from '../../shell/scopes.ts';
import { TeachDialog } from '../../teach/teach-dialog.tsx';
import { TopicSelect } from '../../teach/topic-select.tsx';
import { tryWords as words } from '../../words/try.vi.ts';
import { Answer } from './answer.tsx';
import { Understood } from './understood.tsx';
import '../../teach/teach.css';
import './try.css';

/** Asking as a resident would, seeing why the bot answers so, and putting it right. */
export function Component() {
  const scope = useScope();
  const mayEdit = useMay('edit');
  const [text, setText] = useState('');
  const [before, setBefore] = useState<string | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const [date, setDate] = useState('');
  const [teaching, setTeaching] = useState<{ readonly topic: string | null } | null>(null);
  const ids = { text: useId(), before: useId(), unit: useId(), date: useId() };
  const ask = useMutation({
    mutationFn: () =>
      tryQuestion(scope, { text: text.trim(), topic: before, unit, date: date === '' ? null : date }),
  });
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (text.trim() !== '') ask.mutate();
  };
  const tried = ask.data;
  return (
    <Page title={words.title} intro={words.intro}>
      <form onSubmit={submit}>
        <Flex gap={12} wrap align="end">
          <div className="labelled grow">
            <label htmlFor={ids.text}>{words.text}</label>
            <Input.TextArea
              id={ids.text}
              value={text}
              maxLength={2000}
              autoSize={{ minRows: 1, maxRows: 5 }}
              placeholder={words.example}
              onChange={({ target }) => setText(target.value)}
              onPressEnter={(event) => {
                if (event.shiftKey) return;
                event.preventDefault();
                submit();
              }}
            />
          </div>
          <Button type="primary" htmlType="submit" loading={ask.isPending} disabled={text.trim() === ''}>
            {words.ask}
          </Button>
        </Flex>
        <Collapse
          ghost
          className="more"
          items={[
            {
              key: 'more',
              label: words.more,
              children: (
                <Flex gap={12} wrap>
                  <div className="labelled grow">
                    <label htmlFor={ids.before}>{words.before}</label>
                    <TopicSelect
                      id={ids.before}
                      scope={scope}
                      value={before}
                      onChange={setBefore}
                      allowClear
                      placeholder={words.beforeNone}
                    />
                  </div>
                  {scope === 'base' ? (
                    <div className="labelled grow">
                      <label htmlFor={ids.unit}>{words.unit}</label>
                      <Select
                        id={ids.unit}
                        allowClear
                        value={unit}
                        placeholder={scopeName('base')}
                        showSearch={{
                          filterOption: (typed, option) => foldedIncludes(option?.label ?? '', typed),
                        }}
                        options={allUnits.map((value) => ({ value, label: scopeName(value) }))}
                        onChange={(next: string | undefined) => setUnit(next ?? null)}
                      />
                    </div>
                  ) : null}
                  <div className="labelled">
                    <label htmlFor={ids.date}>{words.date}</label>
                    <Input
                      id={ids.date}
                      type="date"
                      value={date}
                      onChange={({ target }) => setDate(target.value)}
                    />
                  </div>
                </Flex>
              ),
            },
          ]}
        />
      </form>
      <div aria-live="polite" aria-busy={ask.isPending}>
        {ask.isError ? <Problem error={ask.error} retry={() => submit()} /> : null}
        {tried === undefined ? (
          ask.isPending ? null : (
            <Empty description={words.empty} />
          )
        ) : (
          <div className="tried">
            <Understood
              tried={tried}
              {...(mayEdit ? { choose: (topic: string) => setTeaching({ topic }) } : {})}
              actions={
                mayEdit ? <Button onClick={() => setTeaching({ topic: null })}>{words.wrong}</Button> : null
              }
            />
            <Answer tried={tried} />
          </div>
        )}
      </div>
      {teaching !== null && tried !== undefined ? (
        <TeachDialog
          scope={scope}
          phrase={tried.text}
          topic={teaching.topic}
          aspect={tried.aspect}
          close={() => setTeaching(null)}
        />
      ) : null}
    </Page>
  );
}
