import { Tag } from 'antd';
import type { EntryDifference } from '../../api/publishing.ts';
import { scopeName } from '../../shell/scopes.ts';
import { kindWords } from '../../words/kinds.vi.ts';
import { Differences } from '../review/differences.tsx';

/** Entries that differ, each with its fields side by side. */
export function EntriesChanged({
  entries,
  none,
  before,
  after,
}: {
  readonly entries: readonly EntryDifference[];
  readonly none: string;
  readonly before: string;
  readonly after: string;
}) {
  if (entries.length === 0) return <p>{none}</p>;
  return entries.map(({ key, title, differences }) => (
    <section key={`${key.kind} ${key.scope} ${key.id}`} className="entry-changed">
      <h2>
        {title} <Tag>{kindWords[key.kind].many}</Tag> <Tag>{scopeName(key.scope)}</Tag>
      </h2>
      <Differences fields={differences} before={before} after={after} />
    </section>
  ));
}
