import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { aspects, type Aspect } from '#knowledge/schema/ids.ts';
import { teachPhrase } from '../api/insight.ts';
import { ApiError } from '../api/error.ts';
import { Comparison } from '../pages/replay/comparison.tsx';
import { Problem } from '../shell/problem.tsx';
import { useHome } from '../shell/use-home.ts';
import { aspectWords } from '../words/aspects.vi.ts';
import { teachWords as words } from '../words/teach.vi.ts';
import { TopicSelect } from './topic-select.tsx';
import './teach.css';

/**
 * "Lẽ ra phải là …": which topic is right, the phrase as she confirms or rewrites it, and what it would do, before it
 * is saved as a draft.
 */
export function TeachDialog({
  scope,
  phrase: first,
  topic: guessed = null,
  aspect: asked = null,
  group = null,
  close,
  taught,
}: {
  readonly scope: string;
  readonly phrase: string;
  readonly topic?: string | null;
  readonly aspect?: Aspect | null;
  /** The group of the review queue that it settles. */
  readonly group?: string | null;
  readonly close: () => void;
  readonly taught?: () => void;
}) {
  const { to } = useHome();
  const queries = useQueryClient();
  const [phrase, setPhrase] = useState(first);
  const [topic, setTopic] = useState<string | null>(guessed);
  const [aspect, setAspect] = useState<Aspect | null>(asked);
  const [test, setTest] = useState(true);
  const ids = { topic: useId(), aspect: useId(), phrase: useId(), help: useId() };
  const save = useMutation({
    mutationFn: (chosen: string) =>
      teachPhrase(scope, { phrase: phrase.trim(), topic: chosen, aspect, test, group }),
    onSuccess: () => {
      taught?.();
      return queries.invalidateQueries({ queryKey: ['drafts', scope] });
    },
  });
  const ready = topic !== null && phrase.trim().length > 1;
  const done = save.data;
  return (
    <Modal
      open
      title={words.title}
      width={760}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          {words.cancel}
        </Button>,
        done === undefined ? (
          <Button
            key="save"
            type="primary"
            disabled={!ready}
            loading={save.isPending}
            onClick={() => (topic === null ? undefined : save.mutate(topic))}
          >
            {words.save}
          </Button>
        ) : null,
      ]}
    >
      {done === undefined ? (
        <>
          <p>{words.intro}</p>
          <Flex vertical gap={12}>
            <div className="labelled">
              <label htmlFor={ids.topic}>{words.topic}</label>
              <TopicSelect id={ids.topic} scope={scope} value={topic} onChange={setTopic} />
            </div>
            <div className="labelled">
              <label htmlFor={ids.phrase}>{words.phrase}</label>
              <Input.TextArea
                id={ids.phrase}
                value={phrase}
                maxLength={300}
                autoSize={{ minRows: 1, maxRows: 4 }}
                aria-describedby={ids.help}
                onChange={({ target }) => setPhrase(target.value)}
              />
              <p id={ids.help} className="soft">
                {words.phraseHelp}
              </p>
            </div>
            <div className="labelled">
              <label htmlFor={ids.aspect}>{words.aspect}</label>
              <Select
                id={ids.aspect}
                value={aspect ?? ''}
                onChange={(next: Aspect | '') => setAspect(next === '' ? null : next)}
                options={[
                  { value: '' as const, label: words.aspectNone },
                  ...aspects.map((value) => ({ value, label: aspectWords[value] })),
                ]}
              />
            </div>
            <Checkbox checked={test} onChange={({ target }) => setTest(target.checked)}>
              {words.test}
            </Checkbox>
          </Flex>
          {save.isError ? <Refused error={save.error} /> : null}
          <Comparison
            scope={scope}
            label={words.effect}
            what={ready ? { kind: 'phrase', phrase: { phrase: phrase.trim(), topic, aspect } } : null}
          />
        </>
      ) : (
        <Alert
          type="success"
          showIcon
          title={done.draft === null ? words.known(done.title) : words.saved(done.title)}
          action={<Link to={to(`noi-dung/${done.entry.kind}/${done.entry.id}`)}>{words.open}</Link>}
        />
      )}
    </Modal>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  if (error instanceof ApiError && error.status === 403)
    return <Alert type="warning" showIcon role="alert" title={words.shared} />;
  return <Problem error={error} />;
}
