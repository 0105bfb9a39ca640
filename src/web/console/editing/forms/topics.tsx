import { aspects, dateSchema } from '#knowledge/schema/ids.ts';
import { sourcesSchema } from '#knowledge/schema/source.ts';
import { textSchema } from '#knowledge/schema/text.ts';
import { topicSchema } from '#knowledge/schema/topic.ts';
import { aspectWords } from '../../words/aspects.vi.ts';
import { editingWords as common } from '../../words/editing.vi.ts';
import { formWords } from '../../words/kinds.vi.ts';
import { join } from '../doc/path.ts';
import { useContactChoices, useEntryChoices } from '../fields/choices.ts';
import { LinesField } from '../fields/lines-field.tsx';
import { ChoiceField, PicksField } from '../fields/simple-fields.tsx';
import { choicesOf, EntryDates, SourceList, SourcesField } from '../fields/source-fields.tsx';
import { TextField } from '../fields/text-field.tsx';
import type { FormSection, KindForm } from './form.ts';

const words = formWords.topic;

function Answer() {
  const contacts = useContactChoices();
  return (
    <>
      <TextField path="name" label={words.name} help={words.nameHelp} required />
      <TextField path="answer" label={words.answer} help={words.answerHelp} rows={3} />
      <SourcesField path="source" />
      <ChoiceField path="outcome" label={words.outcome} choices={choicesOf(words.outcomes)} required />
      <PicksField path="whoHelps" label={words.whoHelps} choices={contacts} />
    </>
  );
}

const ByAspect = () => (
  <>
    <p className="none">{words.byAspectHelp}</p>
    {aspects.map((aspect) => (
      <TextField key={aspect} path={join('byAspect', aspect)} label={aspectWords[aspect]} rows={2} />
    ))}
  </>
);

function Phrases() {
  const topics = useEntryChoices(['topic']);
  const neighbours = useEntryChoices(['procedure', 'faq', 'topic']);
  return (
    <>
      <LinesField path="phrases" label={common.phrases} help={common.phrasesHelp} required />
      <PicksField path="related" label={common.related} choices={neighbours} />
      <ChoiceField path="under" label={words.under} choices={topics} />
    </>
  );
}

const Sources = () => (
  <>
    <EntryDates />
    <TextField path="group" label={words.group} />
    <SourceList />
  </>
);

const sections: readonly FormSection[] = [
  {
    id: 'about',
    title: words.about,
    paths: ['name', 'answer', 'source', 'outcome', 'whoHelps'],
    Content: Answer,
  },
  { id: 'aspects', title: words.byAspect, paths: ['byAspect'], Content: ByAspect },
  { id: 'phrases', title: words.phrases, paths: ['phrases', 'related', 'under'], Content: Phrases },
];

const own = { sources: sourcesSchema.optional(), asOf: dateSchema, review: dateSchema };

export const faqForm: KindForm = {
  schema: topicSchema.extend({ ...own, group: textSchema }),
  sections: [
    ...sections,
    { id: 'sources', title: words.sources, paths: ['sources', 'asOf', 'review', 'group'], Content: Sources },
  ],
  fresh: (id, name, today) => ({
    id,
    name,
    outcome: 'answer',
    answer: '',
    phrases: [],
    source: [],
    sources: {},
    group: 'Câu hỏi của phường, xã',
    asOf: today,
    review: `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4)}`,
  }),
};

/** Topics share the dates of their file. */
export const topicForm: KindForm = {
  schema: topicSchema.extend({ sources: sourcesSchema.optional() }),
  sections: [...sections, { id: 'sources', title: words.sources, paths: ['sources'], Content: SourceList }],
};
