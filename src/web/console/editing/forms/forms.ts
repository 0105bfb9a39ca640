import type { EntryKey } from '#publishing/ports.ts';
import { flowForm } from './flow.tsx';
import type { KindForm } from './form.ts';
import { procedureForm } from './procedure.tsx';
import { schematicForm } from './schematic.tsx';
import { calendarForm, noticeForm, returnForm, stateForm, wordingForm } from './small-forms.tsx';
import { faqForm, topicForm } from './topics.tsx';
import { troubleForm } from './trouble.tsx';
import { cityForm, unitForm } from './unit.tsx';

const forms: Readonly<Record<EntryKey['kind'], KindForm>> = {
  procedure: procedureForm,
  faq: faqForm,
  topic: topicForm,
  trouble: troubleForm,
  unit: unitForm,
  notice: noticeForm,
  wording: wordingForm,
  calendar: calendarForm,
  state: stateForm,
  return: returnForm,
  flow: flowForm,
  schematic: schematicForm,
};

export const formFor = ({ kind, id }: Pick<EntryKey, 'kind' | 'id'>): KindForm =>
  kind === 'unit' && id === 'city' ? cityForm : forms[kind];

/** What every unit shares is added for all; a unit alone has notices. */
export const canAdd = (kind: EntryKey['kind'], scope: string): boolean =>
  forms[kind].fresh !== undefined && (scope === 'base' || kind === 'notice');

/** What a unit may say otherwise than the base. */
export const isOwnable = (kind: EntryKey['kind']): boolean => ['procedure', 'notice', 'unit'].includes(kind);
