import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { itemNames, pathWithIds } from '#publishing/item-names.ts';
import { approveDraft, readDraft, refuseDraft, type DraftView } from '../../api/publishing.ts';
import { fieldName } from '../../editing/field-names.ts';
import { ThreeSides } from './three-sides.tsx';
import { Comparison } from '../replay/comparison.tsx';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { timeText } from '../../shell/times.ts';
import { useHome } from '../../shell/use-home.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { kindWords } from '../../words/kinds.vi.ts';
import { publishingWords } from '../../words/publishing.vi.ts';
import { Differences } from './differences.tsx';
import { DraftPreview } from './draft-preview.tsx';

const words = publishingWords.review;
const parts = ['differences', 'told', 'preview', 'replay'] as const;
type Part = (typeof parts)[number];
const sides = { base: publishingWords.upgrades.before, theirs: words.before, mine: words.after };

/** One draft for the second person: what differs, what residents would hear, and her word on it. */
export function Component() {
  const { scope } = useHome();
  const id = useParams()['draft'] ?? '';
  const view = useQuery({ queryKey: ['draft', scope, id], queryFn: () => readDraft(scope, id) });
  const title = view.data?.draft.title ?? words.title;
  return (
    <Page title={title} crumbs={[{ label: words.title, path: 'duyet' }]}>
      {view.isError ? <Problem error={view.error} retry={view.refetch} /> : null}
      {view.isPending ? <Waiting /> : null}
      {view.data === undefined ? null : <Reviewed view={view.data} />}
    </Page>
  );
}

function Reviewed({ view }: { readonly view: DraftView }) {
  const { draft, live, faults, changedSince, told } = view;
  const { scope, to } = useHome();
  const [part, setPart] = useState<Part>('differences');
  const nameOf = (place: string): string => {
    const path = pathWithIds(place, draft.value);
    return fieldName(path, itemNames(path, [draft.value, live]));
  };
  const errors = faults.filter(({ severity }) => severity === 'error');
  return (
    <>
      <p>
        {words.of(kindWords[draft.key.kind].many)}. {words.by(draft.authorName, timeText(draft.updatedAt))}.
        {draft.publishAt === null ? '' : ` ${words.scheduled(timeText(draft.publishAt))}`}
      </p>
      {draft.note === '' ? null : <Said who={words.note} note={draft.note} />}
      {draft.reviewNote === null || draft.reviewNote === '' ? null : (
        <Said who={words.reviewed(draft.reviewerName ?? '')} note={draft.reviewNote} />
      )}
      {errors.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          title={words.faults}
          description={
            <ul className="told">
              {errors.map(({ path, says }) => (
                <li key={`${path} ${says}`}>
                  {path === '' ? '' : `${nameOf(path)}: `}
                  {says}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {changedSince.length === 0 ? null : (
        <>
          <Alert type="warning" showIcon title={words.changedSince} description={words.changedSinceMore} />
          <ThreeSides fields={changedSince} labels={sides} />
        </>
      )}
      <Radio.Group
        aria-label={words.show}
        optionType="button"
        value={part}
        onChange={(event) => setPart(parts.find((one) => one === event.target.value) ?? 'differences')}
        options={parts.map((value) => ({ value, label: words.parts[value] }))}
        className="chosen"
      />
      {part === 'differences' ? <Differences fields={view.differences} /> : null}
      {part === 'told' ? <Told told={told} /> : null}
      {part === 'preview' ? <DraftPreview draft={draft} /> : null}
      {part === 'replay' ? (
        <Comparison
          scope={scope}
          what={{ kind: 'changes', changes: [{ key: draft.key, value: draft.value }] }}
        />
      ) : null}
      {draft.status === 'in-review' || draft.status === 'approved' ? (
        <Judgement view={view} />
      ) : (
        <Link to={to(`noi-dung/${draft.key.kind}/${draft.key.id}`)}>{words.edit}</Link>
      )}
    </>
  );
}

function Said({ who, note }: { readonly who: string; readonly note: string }) {
  return (
    <blockquote className="said">
      <p className="soft">{who}:</p>
      <p>{note}</p>
    </blockquote>
  );
}

function Told({ told }: { readonly told: readonly string[] }) {
  if (told.length === 0) return <p>{words.toldNone}</p>;
  return (
    <ul className="told">
      {told.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Judgement({ view: { draft, may, faults, changedSince } }: { readonly view: DraftView }) {
  const { scope, to } = useHome();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const settled = (): Promise<void> => client.invalidateQueries({ queryKey: ['draft', scope, draft.id] });
  const body = { rev: draft.rev, note };
  const approve = useMutation({ mutationFn: () => approveDraft(scope, draft.id, body), onSuccess: settled });
  const refuse = useMutation({ mutationFn: () => refuseDraft(scope, draft.id, body), onSuccess: settled });
  const failed = approve.error ?? refuse.error;
  if (draft.status === 'approved') {
    return (
      <Alert
        type="success"
        showIcon
        title={words.approved}
        action={<Link to={to('phat-hanh')}>{words.toRelease}</Link>}
      />
    );
  }
  if (!may.approve) return may.edit ? <Alert type="info" showIcon title={words.own} /> : null;
  const blocked = changedSince.length > 0 || faults.some(({ severity }) => severity === 'error');
  return (
    <section className="review-actions" aria-label={words.title}>
      <label htmlFor="review-note">{words.comment}</label>
      <Input.TextArea
        id="review-note"
        rows={3}
        maxLength={2000}
        value={note}
        status={missing ? 'error' : ''}
        aria-describedby={missing ? 'review-missing' : undefined}
        onChange={(event) => {
          setNote(event.target.value);
          setMissing(false);
        }}
      />
      {missing ? (
        <p id="review-missing" role="alert" className="missing">
          {words.commentNeeded}
        </p>
      ) : null}
      {failed === null ? null : <Problem error={failed} />}
      <Flex gap={8} wrap className="buttons">
        <Button
          type="primary"
          disabled={blocked}
          loading={approve.isPending}
          onClick={() => approve.mutate()}
        >
          {draft.publishAt === null ? words.approve : words.approveAt(timeText(draft.publishAt))}
        </Button>
        <Button
          loading={refuse.isPending}
          onClick={() => (note.trim() === '' ? setMissing(true) : refuse.mutate())}
        >
          {words.refuse}
        </Button>
      </Flex>
    </section>
  );
}
