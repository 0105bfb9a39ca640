import { calendarYearSchema } from '#knowledge/schema/calendar.ts';
import { noticeSchema } from '#knowledge/schema/notice.ts';
import { sourcesSchema } from '#knowledge/schema/source.ts';
import { dossierStateSchema, returnReasonSchema } from '#knowledge/schema/states.ts';
import { textSchema } from '#knowledge/schema/text.ts';
import { editingWords as common } from '../../words/editing.vi.ts';
import { formWords } from '../../words/kinds.vi.ts';
import { join, type Path } from '../doc/path.ts';
import { useContactChoices, useEntryChoices } from '../fields/choices.ts';
import { LinesField } from '../fields/lines-field.tsx';
import { ListOf } from '../fields/list-of.tsx';
import { CheckField, ChoiceField, DateField, LineField, PicksField } from '../fields/simple-fields.tsx';
import { choicesOf, EntryDates, SourceList, SourcesField } from '../fields/source-fields.tsx';
import { textOf } from '../fields/text-of.ts';
import { TextField } from '../fields/text-field.tsx';
import { TextsField } from '../fields/texts-field.tsx';
import { WordingFields } from './wording.tsx';
import type { FormSection, KindForm } from './form.ts';

const { notice, calendar, state, return: reason } = formWords;

function Notice() {
  const topics = useEntryChoices(['procedure', 'faq', 'topic']);
  return (
    <>
      <TextField path="text" label={notice.text} help={notice.textHelp} rows={3} required />
      <div className="row">
        <DateField path="from" label={common.from} required />
        <DateField path="to" label={common.to} required />
      </div>
      <PicksField path="topics" label={notice.topics} help={notice.topicsHelp} choices={topics} />
    </>
  );
}

export const noticeForm: KindForm = {
  schema: noticeSchema,
  sections: [{ id: 'about', title: notice.about, paths: [''], Content: Notice }],
  fresh: (id, text, today) => ({ id, text, from: today, to: today }),
};

export const wordingForm: KindForm = {
  schema: textSchema,
  sections: [{ id: 'about', title: formWords.wording.about, paths: [''], Content: WordingFields }],
};

function Days({ path, one, empty }: { readonly path: Path; readonly one: string; readonly empty: string }) {
  return (
    <ListOf
      path={path}
      one={one}
      empty={empty}
      titleOf={({ name, date }) =>
        `${textOf(name).vi || common.unnamed} – ${typeof date === 'string' ? date.split('-').reverse().join('/') : '?'}`
      }
      fresh={() => ({ date: '', name: '', status: 'unverified', source: [] })}
    >
      {(at) => (
        <>
          <TextField path={join(at, 'name')} label={calendar.name} required />
          <DateField path={join(at, 'date')} label={calendar.date} required />
          <ChoiceField
            path={join(at, 'status')}
            label={calendar.status}
            choices={choicesOf(formWords.unit.statuses)}
            required
          />
          <SourcesField path={join(at, 'source')} />
        </>
      )}
    </ListOf>
  );
}

const Calendar = () => (
  <>
    <h3>{calendar.holidays}</h3>
    <Days path="holidays" one={calendar.holiday} empty={calendar.noHolidays} />
    <h3>{calendar.makeUp}</h3>
    <Days path="makeUpDays" one={calendar.makeUpOne} empty={calendar.noMakeUp} />
    <CheckField path="complete" label={calendar.complete} />
  </>
);

const DatedSources = () => (
  <>
    <EntryDates />
    <SourceList />
  </>
);

const sources: FormSection = {
  id: 'sources',
  title: common.sources.label,
  paths: ['sources'],
  Content: SourceList,
};

export const calendarForm: KindForm = {
  schema: calendarYearSchema,
  sections: [
    {
      id: 'about',
      title: calendar.about,
      paths: ['holidays', 'makeUpDays', 'complete', 'year'],
      Content: Calendar,
    },
    {
      ...sources,
      title: formWords.topic.sources,
      paths: ['sources', 'asOf', 'review'],
      Content: DatedSources,
    },
  ],
};

function State() {
  const contacts = useContactChoices();
  const topics = useEntryChoices(['topic']);
  return (
    <>
      <LineField path="name" label={state.name} required />
      <LinesField path="says" label={state.says} />
      <TextField path="means" label={state.means} rows={2} required />
      <TextField path="todo" label={state.todo} rows={2} required />
      <TextField path="lasts" label={state.lasts} />
      <PicksField path="whoHelps" label={state.whoHelps} choices={contacts} required />
      <ChoiceField path="topic" label={state.topic} choices={topics} required />
      <SourcesField path="source" />
    </>
  );
}

export const stateForm: KindForm = {
  schema: dossierStateSchema.extend({ sources: sourcesSchema.optional() }),
  sections: [
    {
      id: 'about',
      title: state.about,
      paths: ['name', 'says', 'means', 'todo', 'lasts', 'whoHelps', 'topic', 'source'],
      Content: State,
    },
    sources,
  ],
};

function Reason() {
  const contacts = useContactChoices();
  return (
    <>
      <TextField path="title" label={reason.title} required />
      <LinesField path="says" label={reason.says} required />
      <TextField path="means" label={reason.means} rows={2} required />
      <TextsField
        path="fixes"
        title={reason.fixes}
        one={formWords.trouble.fixOne}
        empty={formWords.trouble.fixesEmpty}
      />
      <PicksField path="whoHelps" label={reason.whoHelps} choices={contacts} />
      <SourcesField path="source" />
    </>
  );
}

export const returnForm: KindForm = {
  schema: returnReasonSchema.extend({ sources: sourcesSchema.optional() }),
  sections: [
    {
      id: 'about',
      title: reason.about,
      paths: ['title', 'says', 'means', 'fixes', 'whoHelps', 'source'],
      Content: Reason,
    },
    sources,
  ],
};
