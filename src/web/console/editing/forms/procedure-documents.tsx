import { Tag } from 'antd';
import { needSchema } from '#knowledge/schema/condition.ts';
import { scopeName } from '../../shell/scopes.ts';
import { editingWords as common } from '../../words/editing.vi.ts';
import { procedureWords } from '../../words/procedure.vi.ts';
import { ConditionField } from '../condition/condition-field.tsx';
import { questionsOf } from '../condition/questions.ts';
import { needSentence } from '../condition/sentence.ts';
import { join } from '../doc/path.ts';
import { useValue } from '../doc/use-doc.ts';
import { idsIn } from '../fields/ids-in.ts';
import { ListOf } from '../fields/list-of.tsx';
import { newId } from '../fields/new-id.ts';
import { ChoiceField, LineField } from '../fields/simple-fields.tsx';
import { choicesOf, SourcesField } from '../fields/source-fields.tsx';
import { textOf } from '../fields/text-of.ts';
import { TextField } from '../fields/text-field.tsx';

const words = procedureWords.documents;

/** Papers, each with who needs it. */
export function Documents() {
  const [value] = useValue('questions');
  const questions = questionsOf(value);
  return (
    <ListOf
      path="documents"
      one={words.one}
      empty={words.empty}
      titleOf={({ name }) => textOf(name).vi || common.unnamed}
      extraOf={({ need }) => {
        const read = needSchema.safeParse(need);
        if (!read.success || read.data === 'always') return null;
        return <Tag className="long">{needSentence(read.data, { questions, unitName: scopeName })}</Tag>;
      }}
      fresh={(items) => ({
        id: newId('', idsIn(items), 'giay-to'),
        name: '',
        need: 'always',
        form: 'original',
        source: [],
      })}
    >
      {(at, item) => (
        <>
          <TextField path={join(at, 'name')} label={words.name} required />
          <ConditionField path={join(at, 'need')} label={words.need} need />
          {item['need'] === 'ask-staff' ? (
            <TextField path={join(at, 'prose')} label={words.prose} help={words.proseHelp} />
          ) : null}
          <div className="row">
            <ChoiceField
              path={join(at, 'form')}
              label={words.form}
              choices={choicesOf(words.forms)}
              required
            />
            <LineField path={join(at, 'formCode')} label={words.formCode} help={words.formCodeHelp} />
          </div>
          <TextField path={join(at, 'replacedBy')} label={words.replacedBy} />
          {item['replacedBy'] === undefined ? null : (
            <ConditionField path={join(at, 'replacedWhen')} label={words.replacedWhen} />
          )}
          <TextField path={join(at, 'note')} label={common.note} rows={2} />
          <SourcesField path={join(at, 'source')} />
        </>
      )}
    </ListOf>
  );
}
