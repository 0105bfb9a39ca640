import { procedureSchema } from '#knowledge/schema/procedure.ts';
import { editingWords as common } from '../../words/editing.vi.ts';
import { procedureWords as words } from '../../words/procedure.vi.ts';
import { useEntryChoices } from '../fields/choices.ts';
import { LinesField } from '../fields/lines-field.tsx';
import { CheckField, ChoiceField, LineField, NumberField, PicksField } from '../fields/simple-fields.tsx';
import { choicesOf, EntryDates, SourceList, SourcesField } from '../fields/source-fields.tsx';
import { Statements } from '../fields/statements.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Documents } from './procedure-documents.tsx';
import { Fees } from './procedure-fees.tsx';
import { Questions } from './procedure-questions.tsx';
import { Steps } from './procedure-steps.tsx';
import { Times } from './procedure-times.tsx';
import type { KindForm } from './form.ts';

function About() {
  const { about } = words;
  return (
    <>
      <TextField path="name" label={about.name} required />
      <TextField path="short" label={about.short} help={about.shortHelp} required />
      <TextField path="leadsTo" label={about.leadsTo} rows={2} required />
      <div className="row">
        <LineField path="field" label={about.field} required />
        <LineField path="code" label={about.code} help={about.codeHelp} />
      </div>
      <LinesField path="aliases" label={about.aliases} />
      <NumberField path="featured" label={about.featured} help={about.featuredHelp} min={1} />
    </>
  );
}

function Place() {
  const { place } = words;
  return (
    <>
      <TextField path="authority.receive" label={place.receive} required />
      <TextField path="authority.decide" label={place.decide} required />
      <ChoiceField path="authority.desk" label={place.desk} choices={choicesOf(place.desks)} required />
      <CheckField path="authority.anyCentre" label={place.anyCentre} />
      <SourcesField path="authority.source" label={place.authoritySource} />
      <ChoiceField path="online.entry" label={place.entry} choices={choicesOf(place.entries)} required />
      <ChoiceField path="online.level" label={place.level} choices={choicesOf(place.levels)} required />
      <LineField path="online.search" label={place.search} />
      <LineField path="online.url" label={place.url} placeholder="https://" />
      <SourcesField path="online.source" label={place.onlineSource} />
    </>
  );
}

function Result() {
  const { result } = words;
  return (
    <>
      <Statements path="result" title={result.result} />
      <Statements path="validity" title={result.validity} />
      <Statements path="penalties" title={result.penalties} />
      <LinesField path="legalBasis" label={result.legalBasis} />
    </>
  );
}

function Cases() {
  const { cases } = words;
  return (
    <>
      <Statements path="conditions" title={cases.conditions} />
      <Statements path="onBehalf" title={cases.onBehalf} />
      <Statements path="checks" title={cases.checks} />
      <Statements path="returns" title={cases.returns} one={cases.returnOne} />
    </>
  );
}

function Phrases() {
  const neighbours = useEntryChoices(['procedure', 'faq', 'topic']);
  return (
    <>
      <LinesField path="phrases" label={common.phrases} help={common.phrasesHelp} />
      <PicksField path="related" label={common.related} choices={neighbours} />
    </>
  );
}

const Sources = () => (
  <>
    <EntryDates />
    <SourceList />
  </>
);

const { sections } = words;

export const procedureForm: KindForm = {
  schema: procedureSchema,
  sections: [
    {
      id: 'about',
      title: sections.about,
      paths: ['name', 'short', 'leadsTo', 'field', 'code', 'aliases', 'featured'],
      Content: About,
    },
    { id: 'questions', title: sections.questions, paths: ['questions'], Content: Questions },
    { id: 'documents', title: sections.documents, paths: ['documents'], Content: Documents },
    { id: 'fees', title: sections.fees, paths: ['fees', 'exemptions'], Content: Fees },
    { id: 'time', title: sections.time, paths: ['time'], Content: Times },
    { id: 'place', title: sections.place, paths: ['authority', 'online'], Content: Place },
    {
      id: 'result',
      title: sections.result,
      paths: ['result', 'validity', 'penalties', 'legalBasis'],
      Content: Result,
    },
    {
      id: 'cases',
      title: sections.cases,
      paths: ['conditions', 'onBehalf', 'checks', 'returns'],
      Content: Cases,
    },
    { id: 'steps', title: sections.steps, paths: ['steps', 'ownSteps'], Content: Steps },
    { id: 'phrases', title: sections.phrases, paths: ['phrases', 'related'], Content: Phrases },
    { id: 'sources', title: sections.sources, paths: ['sources', 'asOf', 'review'], Content: Sources },
  ],
  fresh: (id, name, today) => ({
    id,
    name,
    short: '',
    leadsTo: '',
    field: '',
    depth: 'thin',
    authority: { receive: '', decide: '', desk: 'one-stop', anyCentre: false, source: [] },
    online: { entry: 'portal', level: 'unknown', source: [] },
    documents: [],
    fees: [
      {
        id: 'le-phi',
        label: 'Lệ phí',
        channel: 'any',
        amount: 'unknown',
        whoKnows: ['ward', '1022'],
        source: [],
      },
    ],
    time: [{ id: 'thoi-han', amount: 'unknown', unit: 'working-day', whoKnows: ['ward'], source: [] }],
    result: [{ id: 'ket-qua', text: '', source: [] }],
    phrases: [],
    sources: {},
    asOf: today,
    review: `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4)}`,
  }),
};
