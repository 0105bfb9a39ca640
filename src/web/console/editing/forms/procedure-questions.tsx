import { editingWords as common } from '../../words/editing.vi.ts';
import { procedureWords } from '../../words/procedure.vi.ts';
import { ConditionField } from '../condition/condition-field.tsx';
import { join } from '../doc/path.ts';
import { LinesField } from '../fields/lines-field.tsx';
import { RecordOf } from '../fields/list-of.tsx';
import { newId } from '../fields/new-id.ts';
import { textOf } from '../fields/text-of.ts';
import { TextField } from '../fields/text-field.tsx';

const words = procedureWords.questions;

/** What decides her case, in the order asked. */
export function Questions() {
  return (
    <RecordOf
      path="questions"
      one={words.one}
      empty={words.empty}
      fresh={{ ask: '', options: { co: { label: 'Có' }, khong: { label: 'Không' } } }}
      nameOf={(taken) => newId('', taken, words.id)}
      titleOf={({ ask }) => textOf(ask).vi || common.unnamed}
    >
      {(at) => (
        <>
          <TextField path={join(at, 'ask')} label={words.ask} required />
          <TextField path={join(at, 'help')} label={words.help} />
          <ConditionField path={join(at, 'when')} label={words.when} />
          <h4>{words.options}</h4>
          <RecordOf
            path={join(at, 'options')}
            one={words.option}
            empty={words.noOptions}
            fresh={{ label: '' }}
            nameOf={(taken) => newId('', taken, words.optionId)}
            titleOf={({ label }) => textOf(label).vi || common.unnamed}
          >
            {(option) => (
              <>
                <TextField path={join(option, 'label')} label={words.label} required />
                <LinesField path={join(option, 'says')} label={words.says} />
              </>
            )}
          </RecordOf>
        </>
      )}
    </RecordOf>
  );
}
