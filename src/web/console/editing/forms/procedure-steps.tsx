import { Collapse, Radio, Tag } from 'antd';
import { useState } from 'react';
import { editingWords as common } from '../../words/editing.vi.ts';
import { procedureWords } from '../../words/procedure.vi.ts';
import { ConditionField } from '../condition/condition-field.tsx';
import { isGroup, isList, join, type Path } from '../doc/path.ts';
import { useValue } from '../doc/use-doc.ts';
import { useEntryChoices, useShared } from '../fields/choices.ts';
import { Field } from '../fields/field.tsx';
import { idsIn } from '../fields/ids-in.ts';
import { ListOf } from '../fields/list-of.tsx';
import { newId } from '../fields/new-id.ts';
import { ChoiceField, PicksField, type Choice } from '../fields/simple-fields.tsx';
import { SourcesField } from '../fields/source-fields.tsx';
import { textOf } from '../fields/text-of.ts';
import { TextField } from '../fields/text-field.tsx';

const words = procedureWords.steps;

/** What this procedure says at each general step, and the steps that only it has. */
export function Steps() {
  const steps = useFlowSteps();
  const [open, setOpen] = useState<string[]>([]);
  return (
    <>
      <section aria-label={words.notes}>
        <h3>{words.notes}</h3>
        <Collapse
          activeKey={open}
          onChange={(keys) => setOpen([keys].flat().map(String))}
          destroyOnHidden
          items={steps.map(({ value, label }) => ({
            key: value,
            label: <StepTitle path={join('steps', value)} label={label} />,
            children: <StepFields path={join('steps', value)} />,
          }))}
        />
      </section>
      <section aria-label={words.own}>
        <h3>{words.own}</h3>
        <ListOf
          path="ownSteps"
          one={words.ownOne}
          empty={words.ownEmpty}
          titleOf={({ title }) => textOf(title).vi || common.unnamed}
          fresh={(items) => ({
            id: newId('', idsIn(items), 'buoc-rieng'),
            after: steps[0]?.value ?? '',
            title: '',
            todo: '',
            source: [],
          })}
        >
          {(at) => <OwnStepFields path={at} steps={steps} />}
        </ListOf>
      </section>
    </>
  );
}

function OwnStepFields({ path, steps }: { readonly path: Path; readonly steps: readonly Choice[] }) {
  const troubles = useEntryChoices(['trouble']);
  return (
    <>
      <ChoiceField path={join(path, 'after')} label={words.after} choices={steps} required />
      <TextField path={join(path, 'title')} label={words.title} required />
      <TextField path={join(path, 'todo')} label={words.todo} rows={2} required />
      <TextField path={join(path, 'screen')} label={words.screen} />
      <ConditionField path={join(path, 'when')} label={common.condition} />
      <PicksField path={join(path, 'troubles')} label={words.troubles} choices={troubles} />
      <SourcesField path={join(path, 'source')} />
    </>
  );
}

function StepTitle({ path, label }: { readonly path: Path; readonly label: string }) {
  const [value] = useValue(path);
  return (
    <>
      {label} {isGroup(value) && Object.keys(value).length > 0 ? <Tag>{words.changed}</Tag> : null}
    </>
  );
}

function StepFields({ path }: { readonly path: Path }) {
  const troubles = useEntryChoices(['trouble']);
  return (
    <>
      <SkipField path={join(path, 'skip')} />
      <TextField path={join(path, 'title')} label={words.title} />
      <TextField path={join(path, 'todo')} label={words.todo} rows={2} />
      <TextField path={join(path, 'screen')} label={words.screen} />
      <ListOf
        path={join(path, 'notes')}
        one={words.noteOne}
        empty={words.noteEmpty}
        titleOf={({ text }) => textOf(text).vi || common.unnamed}
        fresh={(items) => ({ id: newId('', idsIn(items), 'loi-dan'), text: '' })}
      >
        {(at) => (
          <>
            <TextField path={join(at, 'text')} label={words.note} rows={2} required />
            <ConditionField path={join(at, 'when')} label={common.condition} />
            <SourcesField path={join(at, 'source')} />
          </>
        )}
      </ListOf>
      <PicksField path={join(path, 'troubles')} label={words.troubles} choices={troubles} />
    </>
  );
}

function SkipField({ path }: { readonly path: Path }) {
  const [value, set] = useValue(path);
  const mode = value === true ? 'always' : isGroup(value) ? 'some' : 'never';
  const choose = (next: unknown): void => {
    if (next === 'always') set(true);
    else set(next === 'some' ? { q: '', is: '' } : undefined);
  };
  return (
    <>
      <Field path={`${path}.mode`} label={words.skip}>
        {({ id }) => (
          <Radio.Group
            id={id}
            aria-label={words.skip}
            value={mode}
            options={[
              { value: 'never', label: words.skipNever },
              { value: 'some', label: words.skipSome },
              { value: 'always', label: words.skipAlways },
            ]}
            onChange={(event: { target: { value?: unknown } }) => choose(event.target.value)}
          />
        )}
      </Field>
      {mode === 'some' ? <ConditionField path={path} label={words.skipSome} /> : null}
    </>
  );
}

/** Steps of the general way, by their titles. */
export function useFlowSteps(): readonly Choice[] {
  const flow = useShared({ kind: 'flow', id: 'flow' });
  const steps = isGroup(flow) ? flow['steps'] : undefined;
  if (!isList(steps)) return [];
  return steps.flatMap((step) =>
    isGroup(step) && typeof step['id'] === 'string'
      ? [{ value: step['id'], label: textOf(step['title']).vi || step['id'] }]
      : [],
  );
}
