import { procedureWords } from '../../words/procedure.vi.ts';
import { editingWords } from '../../words/editing.vi.ts';
import { ConditionField } from '../condition/condition-field.tsx';
import { join, type Path } from '../doc/path.ts';
import { ListOf } from './list-of.tsx';
import { newId } from './new-id.ts';
import { idsIn } from './ids-in.ts';
import { SourcesField } from './source-fields.tsx';
import { textOf } from './text-of.ts';
import { TextField } from './text-field.tsx';

const words = procedureWords.result;

/** Sentences with their condition and source: results, conditions, who else may submit … */
export function Statements({
  path,
  title,
  one = words.one,
  empty = words.empty,
}: {
  readonly path: Path;
  readonly title: string;
  readonly one?: string;
  readonly empty?: string;
}) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ListOf
        path={path}
        one={one}
        empty={empty}
        titleOf={({ text }) => textOf(text).vi || editingWords.unnamed}
        fresh={(items) => ({
          id: newId('', idsIn(items), path.replaceAll(/[^a-z]/g, '') || 'dieu'),
          text: '',
          source: [],
        })}
      >
        {(at) => (
          <>
            <TextField path={join(at, 'text')} label={words.text} rows={2} required />
            {path === 'returns' ? (
              <TextField path={join(at, 'fix')} label={procedureWords.cases.fix} rows={2} />
            ) : (
              <ConditionField path={join(at, 'when')} label={editingWords.condition} />
            )}
            <SourcesField path={join(at, 'source')} />
          </>
        )}
      </ListOf>
    </section>
  );
}
