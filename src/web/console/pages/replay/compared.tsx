import { Alert, Collapse, Table, Tag, type TableColumnsType } from 'antd';
import type { AnsweredView, ComparedView } from '#insight/contract.ts';
import { aspectWords } from '../../words/aspects.vi.ts';
import { outcomeWords } from '../../words/outcomes.vi.ts';
import { replayWords as words } from '../../words/replay.vi.ts';
import '../../teach/teach.css';
import './replay.css';

/** What changes do: to what residents asked, and to the evaluation, before and after side by side. */
export function Compared({ compared }: { readonly compared: ComparedView }) {
  return (
    <div className="compared">
      <Marks missed={compared.missed} />
      <Residents questions={compared.questions} />
      <Evaluation compared={compared} />
    </div>
  );
}

type Missed = ComparedView['missed']['after'][number];

/** Marks that were missed already are no reproach to this draft. */
function Marks({ missed }: Pick<ComparedView, 'missed'>) {
  const before = new Set(missed.before.map(nameOf));
  const fresh = missed.after.filter((mark) => !before.has(nameOf(mark)));
  if (missed.after.length === 0) return null;
  return (
    <Alert
      type={fresh.length > 0 ? 'error' : 'info'}
      showIcon
      title={fresh.length > 0 ? words.missedNew : words.missedBefore}
      description={
        <ul className="plain">
          {(fresh.length > 0 ? fresh : missed.after).map((mark) => (
            <li key={nameOf(mark)}>{lineOf(mark)}</li>
          ))}
        </ul>
      }
    />
  );
}

const nameOf = ({ slice, figure, must }: Missed): string => `${slice} ${figure} ${must}`;

function lineOf({ slice, figure, must, got, mark }: Missed): string {
  const what = `${words.slices[slice] ?? slice}, ${words.figures[figure] ?? figure}`;
  return words.missed[must](what, format.format(got), format.format(mark));
}

function Residents({ questions }: Pick<ComparedView, 'questions'>) {
  const { asked, changed, groups, more } = questions;
  const sum =
    asked === 0
      ? words.residentsNone
      : changed === 0
        ? words.residentsSame(asked)
        : words.residentsMoved(asked, changed);
  return (
    <section aria-label={words.residents}>
      <h2>{words.residents}</h2>
      <p>{sum}</p>
      {groups.map((group) => (
        <article className="move" key={keyOf(group)}>
          <h3>
            {words.group(group.count, group.people)}: <Way answered={group.before} /> →{' '}
            <Way answered={group.after} />
          </h3>
          {group.wordings.length === 0 ? (
            <p className="soft">{words.fewPeople}</p>
          ) : (
            <>
              <p className="soft">{words.wordings}:</p>
              <ul>
                {group.wordings.map(({ text, count }) => (
                  <li key={text}>
                    “{text}” <Tag>{count}</Tag>
                  </li>
                ))}
              </ul>
            </>
          )}
          <SideBySide before={group.before} after={group.after} />
        </article>
      ))}
      {more > 0 ? <p className="soft">{words.more(more)}</p> : null}
    </section>
  );
}

const keyOf = ({ before, after }: { before: AnsweredView; after: AnsweredView }): string =>
  [before, after]
    .map(({ outcome, topic, aspect }) => `${outcome}|${topic?.id ?? ''}|${aspect ?? ''}`)
    .join('>');

function Evaluation({ compared: { evaluation, slices } }: { readonly compared: ComparedView }) {
  const { asked, better, worse, moves } = evaluation;
  return (
    <section aria-label={words.evaluation}>
      <h2>{words.evaluation}</h2>
      <p>{moves.length === 0 ? words.noMove : words.verdict(asked, better, worse)}</p>
      <Slices slices={slices} />
      {moves.length === 0 ? null : (
        <Collapse
          className="moves"
          items={[
            {
              key: 'moves',
              label: words.moves,
              children: moves.map(({ text, right, slice, verdict, before, after }) => (
                <article className="move" key={`${slice} ${text}`}>
                  <h3>
                    <Tag className={verdict}>{words.verdicts[verdict]}</Tag> “{text}”
                  </h3>
                  <p className="soft">
                    {words.shouldBe}: {right.name}
                  </p>
                  <SideBySide before={before} after={after} />
                </article>
              )),
            },
          ]}
        />
      )}
    </section>
  );
}

type Slice = ComparedView['slices'][number];

function Slices({ slices }: Pick<ComparedView, 'slices'>) {
  const figure = (slice: Slice, name: string): string => {
    const found = slice.figures.find((one) => one.figure === name);
    if (found === undefined || found.before.of === 0) return '–';
    const [was, is] = [percent(found.before), percent(found.after)];
    return was === is ? is : `${was} → ${is}`;
  };
  const columns: TableColumnsType<Slice> = [
    { title: words.slice, render: (_, { slice }) => words.slices[slice] ?? slice, rowScope: 'row' },
    { title: words.rows, dataIndex: 'rows', align: 'right' },
    { title: words.right, render: (_, slice) => figure(slice, 'top1'), align: 'right' },
    { title: words.wrong, render: (_, slice) => figure(slice, 'confident-wrong'), align: 'right' },
  ];
  const first = slices.filter(({ slice }) => slice === 'all' || slice === 'ward');
  const others = slices.filter(({ slice }) => slice !== 'all' && slice !== 'ward');
  return (
    <Table
      size="small"
      rowKey="slice"
      columns={columns}
      dataSource={[...first, ...others]}
      pagination={false}
    />
  );
}

const format = new Intl.NumberFormat('vi', { maximumFractionDigits: 1 });
const percent = ({ hits, of }: { hits: number; of: number }): string =>
  of === 0 ? '–' : `${format.format((100 * hits) / of)} %`;

function SideBySide({ before, after }: { readonly before: AnsweredView; readonly after: AnsweredView }) {
  return (
    <div className="sides">
      <Side title={words.before} answered={before} />
      <Side title={words.after} answered={after} />
    </div>
  );
}

function Side({ title, answered }: { readonly title: string; readonly answered: AnsweredView }) {
  return (
    <div className="side-answer">
      <h4>{title}</h4>
      <p className="soft">
        <Way answered={answered} />
      </p>
      <p className="said">{answered.reply}</p>
    </div>
  );
}

/** "Trả lời: Đăng ký khai sinh, Lệ phí". */
function Way({ answered: { outcome, topic, aspect } }: { readonly answered: AnsweredView }) {
  const about =
    topic === null ? null : aspect === null ? topic.name : `${topic.name}, ${aspectWords[aspect]}`;
  return (
    <span>
      {outcomeWords[outcome]}
      {about === null ? '' : `: ${about}`}
    </span>
  );
}
