import { Collapse, Table } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { HealthView } from '#insight/contract.ts';
import { useHome } from '../../shell/use-home.ts';
import { entryPath } from '../../teach/entry-path.ts';
import { replayWords } from '../../words/replay.vi.ts';
import { understandingWords as words } from '../../words/understanding.vi.ts';

type Health = NonNullable<HealthView['health']>;
type Topic = Health['few'][number]['topic'];

/** Each kind of finding with what to do about it; the number stands in the heading. */
export function Findings({ health }: { readonly health: Health }) {
  const { same, overlaps, few, misread, confusions } = health;
  const parts: readonly (readonly [string, string, readonly ReactNode[]])[] = [
    [
      words.same,
      words.sameTip,
      same.map(({ phrase, topics }) => (
        <li key={phrase}>
          “{phrase}”: <Names topics={topics} />
        </li>
      )),
    ],
    [
      words.overlaps,
      words.overlapsTip,
      overlaps.map(({ topics, phrases, share }) => (
        <li key={topics.map(({ id }) => id).join(' ')}>
          <Names topics={topics} />: {words.share(Math.round(100 * share))}
          <p className="soft">{phrases.map((phrase) => `“${phrase}”`).join(', ')}</p>
        </li>
      )),
    ],
    [
      words.confusions,
      words.confusionsTip,
      confusions.map(({ right, got, count, texts }) => (
        <li key={`${right.id} ${got?.id ?? ''}`}>
          <Names topics={[right]} /> {words.readAs} {got === null ? words.nothing : <Names topics={[got]} />}:{' '}
          {words.times(count)}
          <p className="soft">{texts.map((text) => `“${text}”`).join(', ')}</p>
        </li>
      )),
    ],
    [
      words.few,
      words.fewTip,
      few.map(({ topic, phrases }) => (
        <li key={topic.id}>
          <Names topics={[topic]} />: {words.fewCount(phrases)}
        </li>
      )),
    ],
    [
      words.misread,
      words.misreadTip,
      misread.map(({ phrase, topic, got }) => (
        <li key={`${topic.id} ${phrase}`}>
          “{phrase}” (<Names topics={[topic]} />) {words.readAs} <Names topics={[got]} />
        </li>
      )),
    ],
  ];
  return (
    <>
      <Collapse
        items={parts.map(([title, tip, lines]) => ({
          key: title,
          label: `${title} (${String(lines.length)})`,
          children:
            lines.length === 0 ? (
              <p>{words.good}</p>
            ) : (
              <>
                <p>
                  <strong>{words.suggestion}:</strong> {tip}
                </p>
                <ul className="lines">{lines}</ul>
              </>
            ),
        }))}
      />
      <h2>{words.slices}</h2>
      <Table
        size="small"
        rowKey="slice"
        pagination={false}
        dataSource={health.slices}
        columns={[
          {
            title: replayWords.slice,
            rowScope: 'row',
            render: (_, { slice }) => replayWords.slices[slice] ?? slice,
          },
          { title: replayWords.rows, dataIndex: 'rows', align: 'right' },
          { title: replayWords.right, align: 'right', render: (_, { right }) => percent(right) },
          { title: replayWords.wrong, align: 'right', render: (_, { wrong }) => percent(wrong) },
        ]}
      />
    </>
  );
}

function Names({ topics }: { readonly topics: readonly Topic[] }) {
  const { to } = useHome();
  return (
    <>
      {topics.map(({ id, name }, i) => (
        <span key={id}>
          {i === 0 ? '' : ' · '}
          <Link to={to(entryPath(id))}>{name}</Link>
        </span>
      ))}
    </>
  );
}

const format = new Intl.NumberFormat('vi', { maximumFractionDigits: 1 });
const percent = ({ hits, of }: { hits: number; of: number }): string =>
  of === 0 ? '–' : `${format.format((100 * hits) / of)} %`;
