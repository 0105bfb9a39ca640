import { Alert } from 'antd';
import type { Draft } from '#publishing/ports.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import type { Opened } from '../../api/entries.ts';
import { scopeName } from '../../shell/scopes.ts';
import { contentWords } from '../../words/content.vi.ts';

const words = contentWords.entry;

/** What an officer should know of an entry before she types: whose it is, how far her draft has come, who else writes. */
export const Notes = ({
  readOnly,
  ownOf,
  draft,
  others,
  restoredAt,
}: {
  readonly readOnly: boolean;
  /** The unit whose own version this is; null: what all share. */
  readonly ownOf: Scope | null;
  readonly draft: Pick<Draft, 'status' | 'reviewerName' | 'reviewNote'> | null;
  readonly others: Opened['others'];
  /** When the copy was kept that was found on this device; null: none was. */
  readonly restoredAt: number | null;
}) => (
  <>
    {readOnly ? <Alert type="info" showIcon title={words.readOnly} /> : null}
    {ownOf === null ? null : <Alert type="info" showIcon title={words.unitNote(scopeName(ownOf))} />}
    {draft?.status === 'in-review' ? <Alert type="info" showIcon title={words.submittedState} /> : null}
    {draft?.status === 'approved' ? <Alert type="success" showIcon title={words.approvedState} /> : null}
    {draft?.status === 'refused' ? (
      <Alert
        type="warning"
        showIcon
        title={words.refusedState(draft.reviewerName ?? '', draft.reviewNote ?? '')}
      />
    ) : null}
    {others.map(({ id, authorName, status }) => (
      <Alert
        key={id}
        type="warning"
        showIcon
        title={words.others(authorName, contentWords.statuses[status])}
      />
    ))}
    {restoredAt === null ? null : (
      <Alert
        type="warning"
        showIcon
        closable
        title={words.restored(new Date(restoredAt).toLocaleString('vi'))}
      />
    )}
  </>
);
