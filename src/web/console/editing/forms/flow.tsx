import { flowSchema } from '#knowledge/schema/flow.ts';
import { editingWords as common } from '../../words/editing.vi.ts';
import { formWords } from '../../words/kinds.vi.ts';
import { join } from '../doc/path.ts';
import { useEntryChoices } from '../fields/choices.ts';
import { idsIn } from '../fields/ids-in.ts';
import { ListOf } from '../fields/list-of.tsx';
import { newId } from '../fields/new-id.ts';
import { DateField, PicksField } from '../fields/simple-fields.tsx';
import { SourceList, SourcesField } from '../fields/source-fields.tsx';
import { textOf } from '../fields/text-of.ts';
import { TextField } from '../fields/text-field.tsx';
import type { KindForm } from './form.ts';

const words = formWords.flow;

function Steps() {
  const troubles = useEntryChoices(['trouble']);
  return (
    <>
      <ListOf
        path="steps"
        one={words.one}
        empty={words.empty}
        titleOf={({ title }, index) => `${String(index + 1)}. ${textOf(title).vi || common.unnamed}`}
        fresh={(items) => ({ id: newId('', idsIn(items), 'buoc'), title: '', todo: '', source: [] })}
      >
        {(at) => (
          <>
            <TextField path={join(at, 'title')} label={words.title} required />
            <TextField path={join(at, 'todo')} label={words.todo} help={words.todoHelp} rows={2} required />
            <TextField path={join(at, 'todoVneid')} label={words.todoVneid} rows={2} />
            <TextField path={join(at, 'todoCounter')} label={words.todoCounter} rows={2} />
            <TextField path={join(at, 'todoPostal')} label={words.todoPostal} rows={2} />
            <TextField path={join(at, 'screen')} label={words.screen} rows={2} />
            <TextField path={join(at, 'screenVneid')} label={words.screenVneid} rows={2} />
            <TextField path={join(at, 'otherwise')} label={words.otherwise} rows={2} />
            <TextField path={join(at, 'check')} label={words.check} rows={2} />
            <PicksField path={join(at, 'troubles')} label={words.troubles} choices={troubles} />
            <SourcesField path={join(at, 'source')} />
          </>
        )}
      </ListOf>
      <DateField path="screenAsOf" label={words.screenAsOf} required />
    </>
  );
}

const SideRoutes = () => (
  <ListOf
    path="sideRoutes"
    one={words.sideOne}
    empty={words.sideEmpty}
    titleOf={({ title }) => textOf(title).vi || common.unnamed}
    fresh={(items) => ({ id: newId('', idsIn(items), 'duong-re'), title: '', text: '', source: [] })}
  >
    {(at) => (
      <>
        <TextField path={join(at, 'title')} label={words.title} required />
        <TextField path={join(at, 'text')} label={words.text} rows={3} required />
        <SourcesField path={join(at, 'source')} />
      </>
    )}
  </ListOf>
);

export const flowForm: KindForm = {
  schema: flowSchema,
  sections: [
    { id: 'steps', title: words.steps, paths: ['steps', 'screenAsOf'], Content: Steps },
    { id: 'side', title: words.side, paths: ['sideRoutes'], Content: SideRoutes },
    { id: 'sources', title: common.sources.label, paths: ['sources'], Content: SourceList },
  ],
};
