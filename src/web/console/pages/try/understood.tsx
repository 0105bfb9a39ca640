import { Alert, Button, Descriptions, Progress } from 'antd';
import type { ReactNode } from 'react';
import type { TriedView } from '#insight/contract.ts';
import { WordWeights } from '../../teach/word-weights.tsx';
import { aspectWords } from '../../words/aspects.vi.ts';
import { outcomeWords } from '../../words/outcomes.vi.ts';
import { tryWords as words } from '../../words/try.vi.ts';

/** Topic, part, how sure, the words that decided, and what else it could be. */
export function Understood({
  tried,
  actions,
  choose,
}: {
  readonly tried: TriedView;
  readonly actions: ReactNode;
  /** "It should have been this one"; absent: she may not teach. */
  readonly choose?: (topic: string) => void;
}) {
  const { topic, aspect, p, confidence, because, candidates, fromContext, outcome } = tried;
  const others = candidates.filter(
    ({ topic: other, p: chance }) => other.id !== topic?.id && other.id !== NONE && chance >= SHOWN,
  );
  const national = tried.national.filter(({ explains }) => explains >= NEAR);
  return (
    <section aria-label={words.understood}>
      <h2>{words.understood}</h2>
      {tried.masked.length > 0 ? <Alert type="warning" showIcon title={words.masked} /> : null}
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { key: 'topic', label: words.topic, children: topic?.name ?? words.none },
          { key: 'aspect', label: words.aspect, children: aspect === null ? '–' : aspectWords[aspect] },
          { key: 'outcome', label: words.outcome, children: outcomeWords[outcome] },
          {
            key: 'sure',
            label: words.sure,
            children: (
              <>
                <Progress percent={percent(p)} aria-label={words.sure} size="small" />
                {words.confidence[confidence]}
                {fromContext ? ` ${words.fromContext}` : ''}
              </>
            ),
          },
        ]}
      />
      <div className="right">{actions}</div>
      <h3>{words.because}</h3>
      {because.length === 0 ? <p className="soft">{words.becauseNone}</p> : <WordWeights words={because} />}
      <h3>{words.others}</h3>
      {others.length === 0 ? (
        <p className="soft">{words.othersNone}</p>
      ) : (
        <ol className="others">
          {others.map(({ topic: other, p: chance }) => (
            <li key={other.id}>
              {other.name} <span className="soft">{`${String(percent(chance))} %`}</span>{' '}
              {choose === undefined ? null : (
                <Button size="small" onClick={() => choose(other.id)}>
                  {words.thisOne}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {national.length === 0 ? null : (
        <>
          <h3>{words.national}</h3>
          <ul className="others">
            {national.map(({ code, name, kind, body }) => (
              <li key={code}>
                {[`${name} (${code})`, body, nationalKind(kind)].filter((part) => part !== '').join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {tried.units.length === 0 ? null : (
        <>
          <h3>{words.units}</h3>
          <ul className="others">
            {tried.units.map(({ name, said, former }) => (
              <li key={`${name} ${said}`}>
                “{said}”: {name}
                {former ? ` (${words.former})` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Everyday talk that is about nothing of ours. */
const NONE = 'none';
const SHOWN = 0.005;
/** Entries of the national list that explain this share of her words. */
const NEAR = 0.5;

const percent = (p: number): number => Math.round(100 * p);

function nationalKind(kind: string): string {
  const known: Readonly<Record<string, string>> = words.nationalKinds;
  return known[kind] ?? kind;
}
