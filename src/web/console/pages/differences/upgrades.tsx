import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Empty, Flex, Radio, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ThreeWay } from '../../api/entries.ts';
import { listUpgrades, settleUpgrade, type Upgrade } from '../../api/publishing.ts';
import { fieldName } from '../../editing/field-names.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { useHome } from '../../shell/use-home.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { kindWords } from '../../words/kinds.vi.ts';
import { publishingWords } from '../../words/publishing.vi.ts';
import { ThreeSides, type Side } from '../review/three-sides.tsx';

const words = publishingWords.upgrades;
const labels = { base: words.before, theirs: words.theirs, mine: words.ours };

/** Edits that a new version of the product touched: both versions side by side, to choose from. */
export function Component() {
  const { scope } = useHome();
  const upgrades = useQuery({ queryKey: ['upgrades', scope], queryFn: () => listUpgrades(scope) });
  return (
    <Page title={words.title} intro={words.intro}>
      {upgrades.isError ? <Problem error={upgrades.error} retry={upgrades.refetch} /> : null}
      {upgrades.isPending ? <Waiting /> : null}
      {upgrades.data?.upgrades.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none}>
          <p>{words.noneHint}</p>
        </Empty>
      ) : null}
      {upgrades.data?.upgrades.map((upgrade) => (
        <One key={`${upgrade.key.kind} ${upgrade.key.scope} ${upgrade.key.id}`} upgrade={upgrade} />
      ))}
    </Page>
  );
}

function One({ upgrade: { key, title, fields } }: { readonly upgrade: Upgrade }) {
  const { scope, to } = useHome();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Readonly<Record<string, Exclude<Side, 'base'>>>>({});
  const settle = useMutation({
    mutationFn: (take: 'ours' | 'theirs' | 'fields') => settleUpgrade(key, { take, chosen: { ...chosen } }),
    onSuccess: ({ draft }) =>
      draft === null ? client.invalidateQueries({ queryKey: ['upgrades', scope] }) : undefined,
  });
  const sideOf = ({ path, base, mine }: ThreeWay): Side =>
    chosen[path] ?? (JSON.stringify(base) === JSON.stringify(mine) ? 'theirs' : 'mine');
  return (
    <section className="entry-changed" aria-label={title}>
      <h2>
        {title} <Tag>{kindWords[key.kind].many}</Tag>
      </h2>
      <ThreeSides
        fields={fields}
        labels={labels}
        choice={(field, side, value) =>
          side === 'base' ? (
            value
          ) : (
            <Radio
              checked={sideOf(field) === side}
              onChange={() => setChosen({ ...chosen, [field.path]: side })}
              aria-label={`${words.choose(fieldName(field.path, field.names))}: ${labels[side]}`}
            >
              {value}
            </Radio>
          )
        }
      />
      {settle.isError ? <Problem error={settle.error} /> : null}
      {settle.data?.draft == null ? (
        <Flex gap={8} wrap className="buttons">
          <Button type="primary" loading={settle.isPending} onClick={() => settle.mutate('fields')}>
            {words.fields}
          </Button>
          <Button onClick={() => settle.mutate('ours')}>{words.keep}</Button>
          <Button onClick={() => settle.mutate('theirs')}>{words.take}</Button>
        </Flex>
      ) : (
        <Alert
          type="success"
          showIcon
          title={words.drafted}
          action={
            <Link to={to(`noi-dung/${key.kind}/${key.id}`)}>{publishingWords.differences.openDraft}</Link>
          }
        />
      )}
    </section>
  );
}
