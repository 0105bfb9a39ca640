import { Alert } from 'antd';
import { workbookWords as words } from '../../words/workbooks.vi.ts';
import type { Comparison } from './calls.ts';

const number = (value: number): string => value.toLocaleString('vi');

/** What a file says otherwise, and what is wrong with it. */
export function ComparisonView({
  comparison,
  removals,
}: {
  readonly comparison: Comparison;
  readonly removals: boolean;
}) {
  const { same, added, changed, removed, changes, errors } = comparison;
  const all = added + changed + removed;
  return (
    <>
      <h3>{words.summary}</h3>
      <p>
        {[
          words.counts.same(number(same)),
          words.counts.added(number(added)),
          words.counts.changed(number(changed)),
          words.counts.removed(number(removed)),
        ].join(' · ')}
      </p>
      <Faults comparison={comparison} />
      {all === 0 && errors === 0 ? <Alert type="info" showIcon title={words.nothing} /> : null}
      {changes.length === 0 ? null : (
        <ul className="row-changes">
          {changes.map((change) => (
            <li key={`${change.sheet} ${change.kind} ${change.title} ${String(change.line)}`}>
              <p>
                <b className={`kind ${change.kind}`}>{words.kinds[change.kind]}</b> {change.title}{' '}
                <span className="soft">
                  ({change.sheet}
                  {change.line === null ? '' : `, ${words.line(change.line)}`})
                </span>{' '}
                {change.kind === 'removed' && !removals ? <span className="soft">– {words.kept}</span> : null}
              </p>
              <Cells change={change} />
            </li>
          ))}
        </ul>
      )}
      {all > changes.length ? (
        <p className="soft">{words.moreChanges(number(all - changes.length))}</p>
      ) : null}
    </>
  );
}

function Cells({ change: { kind, cells } }: { readonly change: Comparison['changes'][number] }) {
  if (cells.length === 0) return null;
  return (
    <dl className="cells">
      {cells.map(({ heading, before, after }) => (
        <div key={heading}>
          <dt>{heading}</dt>
          <dd>
            {kind === 'added' ? null : <del>{before === '' ? words.empty : before}</del>}{' '}
            <ins>{after === '' ? words.empty : after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Faults({ comparison: { faults, errors, warnings } }: { readonly comparison: Comparison }) {
  if (faults.length === 0) return null;
  return (
    <section aria-labelledby="faults">
      <h4 id="faults">
        {[
          ...(errors > 0 ? [words.errors(number(errors))] : []),
          ...(warnings > 0 ? [words.warnings(number(warnings))] : []),
        ].join('; ')}
      </h4>
      {errors > 0 ? <p>{words.errorsHint}</p> : null}
      <div className="faults" role="region" aria-labelledby="faults" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.sheet}</th>
              <th scope="col">{words.cell}</th>
              <th scope="col">{words.message}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ sheet, cell, message, severity }) => (
              <tr key={`${sheet} ${cell ?? ''} ${message}`} className={severity}>
                <td>{sheet}</td>
                <td>{cell === null ? words.whole : words.cellName(cell)}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {errors + warnings > faults.length ? (
        <p className="soft">{words.moreFaults(number(errors + warnings - faults.length))}</p>
      ) : null}
    </section>
  );
}
