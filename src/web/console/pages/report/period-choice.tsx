import { Alert, Input, Select } from 'antd';
import { useState } from 'react';
import { reportWords as words } from '../../words/report.vi.ts';
import { isPeriod, kindOf, periodKinds, periodOf, type Period, type PeriodKind } from './periods.ts';

/** Which days the report is about. */
export function PeriodChoice({
  period,
  now,
  onChange,
}: {
  readonly period: Period;
  readonly now: number;
  readonly onChange: (period: Period) => void;
}) {
  const [own, setOwn] = useState(false);
  const [draft, setDraft] = useState(period);
  const kind: PeriodKind = own ? 'own' : kindOf(period, now);
  const type = (typed: Period): void => {
    setDraft(typed);
    if (isPeriod(typed)) onChange(typed);
  };
  return (
    <div className="period no-print">
      <label className="labelled">
        <span>{words.period}</span>
        <Select
          value={kind}
          aria-label={words.period}
          options={periodKinds.map((value) => ({ value, label: words.periods[value] }))}
          onChange={(chosen: PeriodKind) => {
            setOwn(chosen === 'own');
            const next = chosen === 'own' ? period : periodOf(chosen, now);
            setDraft(next);
            onChange(next);
          }}
        />
      </label>
      {kind === 'own' ? (
        <>
          <label className="labelled">
            <span>{words.from}</span>
            <Input
              type="date"
              value={draft.from}
              onChange={({ target }) => type({ ...draft, from: target.value })}
            />
          </label>
          <label className="labelled">
            <span>{words.to}</span>
            <Input
              type="date"
              value={draft.to}
              onChange={({ target }) => type({ ...draft, to: target.value })}
            />
          </label>
          {isPeriod(draft) ? null : <Alert type="warning" showIcon title={words.badPeriod} role="alert" />}
        </>
      ) : null}
    </div>
  );
}
