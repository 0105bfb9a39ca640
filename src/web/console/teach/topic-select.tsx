import { Select } from 'antd';
import { useTopics } from '../api/insight.ts';
import { foldedIncludes } from '../shell/fold.ts';
import { teachWords as words } from '../words/teach.vi.ts';

/** Every topic that can be meant, found by typing with or without diacritics. */
export function TopicSelect({
  id,
  scope,
  value,
  onChange,
  allowClear = false,
  placeholder = words.topicFind,
}: {
  readonly id: string;
  readonly scope: string;
  readonly value: string | null;
  readonly onChange: (topic: string | null) => void;
  readonly allowClear?: boolean;
  readonly placeholder?: string;
}) {
  const topics = useTopics(scope);
  const options = (topics.data?.topics ?? []).map((topic) => ({
    value: topic.id,
    label: `${topic.name} (${words.kinds[topic.kind]})`,
  }));
  return (
    <Select
      id={id}
      className="topic-select"
      value={value}
      loading={topics.isPending}
      allowClear={allowClear}
      placeholder={placeholder}
      notFoundContent={words.noTopic}
      showSearch={{ filterOption: (typed, option) => foldedIncludes(option?.label ?? '', typed) }}
      options={options}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}
