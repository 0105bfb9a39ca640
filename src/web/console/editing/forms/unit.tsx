import { Checkbox } from 'antd';
import { z } from 'zod';
import { sourcesSchema } from '#knowledge/schema/source.ts';
import { contactSchema, unitSchema } from '#knowledge/schema/unit.ts';
import { editingWords as common } from '../../words/editing.vi.ts';
import { formWords } from '../../words/kinds.vi.ts';
import { isList, join, type Path } from '../doc/path.ts';
import { useValue } from '../doc/use-doc.ts';
import { Field } from '../fields/field.tsx';
import { idsIn } from '../fields/ids-in.ts';
import { ListOf } from '../fields/list-of.tsx';
import { newId } from '../fields/new-id.ts';
import { CheckField, ChoiceField, LineField } from '../fields/simple-fields.tsx';
import { choicesOf, SourceList, SourcesField } from '../fields/source-fields.tsx';
import { textOf } from '../fields/text-of.ts';
import { TextField } from '../fields/text-field.tsx';
import type { FormSection, KindForm } from './form.ts';

const words = formWords.unit;

function Contacts() {
  return (
    <ListOf
      path="contacts"
      one={words.one}
      empty={words.empty}
      titleOf={({ name }) => textOf(name).vi || common.unnamed}
      fresh={(items) => ({
        id: newId('', idsIn(items), 'lien-he'),
        name: '',
        status: 'unverified',
        source: [],
      })}
    >
      {(at) => (
        <>
          <TextField path={join(at, 'name')} label={words.name} required />
          <div className="row">
            <LineField path={join(at, 'phone')} label={words.phone} />
            <LineField path={join(at, 'email')} label={words.email} />
          </div>
          <TextField path={join(at, 'address')} label={words.address} />
          <TextField path={join(at, 'for')} label={words.for} />
          <ChoiceField
            path={join(at, 'status')}
            label={words.status}
            help={words.statusHelp}
            choices={choicesOf(words.statuses)}
            required
          />
          <Hours path={join(at, 'hours')} />
          <SourcesField path={join(at, 'source')} />
        </>
      )}
    </ListOf>
  );
}

function Hours({ path }: { readonly path: Path }) {
  return (
    <section aria-label={words.hours}>
      <h4>{words.hours}</h4>
      <ListOf
        path={path}
        one={words.hourOne}
        empty={words.hoursEmpty}
        titleOf={({ days }) => daysText(isList(days) ? days.map(Number) : [])}
        fresh={() => ({
          days: [1, 2, 3, 4, 5],
          periods: [
            { from: '07:30', to: '11:30' },
            { from: '13:30', to: '17:00' },
          ],
        })}
      >
        {(at) => (
          <>
            <DaysField path={join(at, 'days')} />
            <ListOf
              path={join(at, 'periods')}
              one={words.period}
              empty={words.noPeriods}
              titleOf={({ from, to }) =>
                `${typeof from === 'string' ? from : '?'} – ${typeof to === 'string' ? to : '?'}`
              }
              fresh={() => ({ from: '07:30', to: '11:30' })}
            >
              {(period) => (
                <div className="row">
                  <LineField path={join(period, 'from')} label={words.from} placeholder="07:30" required />
                  <LineField path={join(period, 'to')} label={words.to} placeholder="11:30" required />
                </div>
              )}
            </ListOf>
          </>
        )}
      </ListOf>
    </section>
  );
}

function DaysField({ path }: { readonly path: Path }) {
  const [value, set] = useValue(path);
  const days = isList(value) ? value.map(Number) : [];
  return (
    <Field path={path} label={words.days} deep>
      {({ id }) => (
        <Checkbox.Group
          aria-labelledby={id}
          value={days}
          options={words.dayNames.map((label, index) => ({ value: index + 1, label }))}
          onChange={(next) => set(next.map(Number).sort((a, b) => a - b))}
        />
      )}
    </Field>
  );
}

/** "Thứ hai – Thứ sáu", or each by its name. */
function daysText(days: readonly number[]): string {
  const name = (day: number | undefined): string => words.dayNames[(day ?? 0) - 1] ?? '';
  const runs =
    days.length > 2 && days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (runs) return `${name(days[0])} – ${name(days.at(-1))}`;
  return days.map(name).join(', ') || common.unnamed;
}

const contacts: FormSection = {
  id: 'contacts',
  title: words.contacts,
  paths: ['contacts'],
  Content: Contacts,
};
const sources: FormSection = {
  id: 'sources',
  title: common.sources.label,
  paths: ['sources'],
  Content: SourceList,
};

export const unitForm: KindForm = {
  schema: unitSchema.extend({ sources: sourcesSchema.optional() }),
  sections: [
    contacts,
    {
      id: 'about',
      title: words.about,
      paths: ['served', 'name', 'type', 'slug', 'code', 'formedFrom', 'older'],
      Content: () => <CheckField path="served" label={words.served} />,
    },
    sources,
  ],
};

/** Contacts of everybody: 1022, VNeID, emergencies. */
export const cityForm: KindForm = {
  schema: z.strictObject({ contacts: z.array(contactSchema).min(1), sources: sourcesSchema.optional() }),
  sections: [contacts, sources],
};
