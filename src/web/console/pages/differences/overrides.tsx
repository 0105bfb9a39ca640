import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Collapse, Empty, Flex, Popconfirm, Tag } from 'antd';
import { Link } from 'react-router';
import { listOverrides, offerToBase, takeBack, type EntryDifference } from '../../api/publishing.ts';
import { useMay } from '../../api/session.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { useHome } from '../../shell/use-home.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { publishingWords } from '../../words/publishing.vi.ts';
import { Differences } from '../review/differences.tsx';

const words = publishingWords.differences;

/** Where a unit goes its own way: what differs, back to the base, or the base to it. */
export function Component() {
  const { scope } = useHome();
  const overrides = useQuery({
    queryKey: ['overrides', scope],
    queryFn: () => listOverrides(scope),
    enabled: scope !== 'base',
  });
  return (
    <Page title={words.title} intro={scope === 'base' ? words.base : words.intro}>
      {overrides.isError ? <Problem error={overrides.error} retry={overrides.refetch} /> : null}
      {scope !== 'base' && overrides.isPending ? <Waiting /> : null}
      {overrides.data === undefined ? null : <Listed entries={overrides.data.entries} />}
    </Page>
  );
}

function Listed({ entries }: { readonly entries: readonly EntryDifference[] }) {
  if (entries.length === 0) {
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none}>
        <p>{words.noneHint}</p>
      </Empty>
    );
  }
  return (
    <Collapse
      items={entries.map((entry) => ({
        key: entry.key.id,
        label: (
          <>
            {entry.title} <Tag>{words.count(entry.differences.length)}</Tag>
          </>
        ),
        children: <One entry={entry} />,
      }))}
    />
  );
}

function One({ entry: { key, differences } }: { readonly entry: EntryDifference }) {
  const { to } = useHome();
  const may = useMay('edit');
  const client = useQueryClient();
  const settled = (): Promise<void> => client.invalidateQueries({ queryKey: ['overrides', key.scope] });
  const back = useMutation({ mutationFn: () => takeBack(key), onSuccess: settled });
  const offer = useMutation({ mutationFn: () => offerToBase(key) });
  const failed = back.error ?? offer.error;
  return (
    <>
      <Differences fields={differences} before={words.before} after={words.after} same={words.same} />
      {failed === null ? null : <Problem error={failed} />}
      {back.isSuccess ? (
        <Alert
          type="success"
          showIcon
          title={words.takenBack}
          action={<Link to={to(`noi-dung/${key.kind}/${key.id}`)}>{words.openDraft}</Link>}
        />
      ) : null}
      {offer.isSuccess ? <Alert type="success" showIcon title={words.offered} /> : null}
      {may ? (
        <Flex gap={8} wrap className="buttons">
          <Popconfirm
            title={words.takeBackTitle}
            description={words.takeBackText}
            okText={words.yes}
            cancelText={words.no}
            onConfirm={() => back.mutate()}
          >
            <Button loading={back.isPending}>{words.takeBack}</Button>
          </Popconfirm>
          <Popconfirm
            title={words.offerTitle}
            description={words.offerText}
            okText={words.yes}
            cancelText={words.no}
            onConfirm={() => offer.mutate()}
          >
            <Button loading={offer.isPending}>{words.offer}</Button>
          </Popconfirm>
        </Flex>
      ) : null}
    </>
  );
}
