import { dateSchema } from '#knowledge/schema/ids.ts';
import { sourcesSchema } from '#knowledge/schema/source.ts';
import { troubleSchema } from '#knowledge/schema/trouble.ts';
import { editingWords as common } from '../../words/editing.vi.ts';
import { formWords } from '../../words/kinds.vi.ts';
import { useContactChoices } from '../fields/choices.ts';
import { LinesField } from '../fields/lines-field.tsx';
import { CheckField, PicksField } from '../fields/simple-fields.tsx';
import { EntryDates, SourceList, SourcesField } from '../fields/source-fields.tsx';
import { TextField } from '../fields/text-field.tsx';
import { TextsField } from '../fields/texts-field.tsx';
import type { KindForm } from './form.ts';

const words = formWords.trouble;

function About() {
  const contacts = useContactChoices();
  return (
    <>
      <TextField path="title" label={words.title} help={words.titleHelp} required />
      <TextField path="cause" label={words.cause} rows={2} />
      <CheckField path="frequent" label={words.frequent} />
      <TextsField path="fixes" title={words.fixes} one={words.fixOne} empty={words.fixesEmpty} />
      <PicksField path="whoHelps" label={words.whoHelps} choices={contacts} required />
      <SourcesField path="source" />
    </>
  );
}

const Phrases = () => (
  <>
    <LinesField path="messages" label={words.messages} help={words.messagesHelp} />
    <LinesField path="phrases" label={common.phrases} help={common.phrasesHelp} />
  </>
);

const Sources = () => (
  <>
    <EntryDates />
    <SourceList />
  </>
);

export const troubleForm: KindForm = {
  schema: troubleSchema.extend({ sources: sourcesSchema.optional(), asOf: dateSchema, review: dateSchema }),
  sections: [
    {
      id: 'about',
      title: words.about,
      paths: ['title', 'cause', 'frequent', 'fixes', 'whoHelps', 'source'],
      Content: About,
    },
    { id: 'phrases', title: common.phrases, paths: ['messages', 'phrases'], Content: Phrases },
    {
      id: 'sources',
      title: formWords.topic.sources,
      paths: ['sources', 'asOf', 'review'],
      Content: Sources,
    },
  ],
  fresh: (id, title, today) => ({
    id,
    title,
    fixes: [''],
    whoHelps: ['ward'],
    phrases: [],
    source: [],
    sources: {},
    asOf: today,
    review: `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4)}`,
  }),
};
