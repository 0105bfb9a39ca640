import { Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { foldedIncludes } from '../../shell/fold.ts';
import { editingWords as words } from '../../words/editing.vi.ts';
import { isList } from '../doc/path.ts';
import { useValue } from '../doc/use-doc.ts';
import { Field, type FieldProps } from './field.tsx';

/** One line; empty is absent. */
export function LineField({ placeholder, ...field }: FieldProps & { readonly placeholder?: string }) {
  const [value, set] = useValue(field.path);
  return (
    <Field {...field}>
      {(input) => (
        <Input
          {...input}
          value={typeof value === 'string' ? value : ''}
          {...(placeholder === undefined ? {} : { placeholder })}
          onChange={({ target }) =>
            set(target.value === '' && field.required !== true ? undefined : target.value)
          }
        />
      )}
    </Field>
  );
}

export function NumberField({
  min = 0,
  suffix,
  ...field
}: FieldProps & { readonly min?: number; readonly suffix?: string }) {
  const [value, set] = useValue(field.path);
  return (
    <Field {...field}>
      {(input) => (
        <InputNumber<number>
          {...input}
          min={min}
          precision={0}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => set(next ?? undefined)}
          formatter={(shown) =>
            shown === undefined ? '' : String(shown).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
          }
          parser={(typed) => Number((typed ?? '').replaceAll(/\D/g, ''))}
          {...(suffix === undefined ? {} : { suffix })}
          style={{ width: '100%', maxWidth: '16rem' }}
        />
      )}
    </Field>
  );
}

const SHOWN = 'DD/MM/YYYY';

export function DateField(field: FieldProps) {
  const [value, set] = useValue(field.path);
  // A source may name its year alone.
  const partly =
    typeof value === 'string' && /^\d{4}(-\d\d)?$/.test(value) ? words.partlyDated(value) : field.help;
  return (
    <Field {...field} help={partly}>
      {({ onBlur, ...input }) => (
        <DatePicker
          {...input}
          onBlur={onBlur}
          format={[SHOWN, 'D/M/YYYY', 'DDMMYYYY']}
          placeholder={words.datePlaceholder}
          value={typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? dayjs(value) : null}
          onChange={(date) => set(date === null ? undefined : date.format('YYYY-MM-DD'))}
          style={{ width: '100%', maxWidth: '16rem' }}
        />
      )}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a few. `otherwise`: what an absent value means. */
export function ChoiceField({
  choices,
  otherwise,
  ...field
}: FieldProps & { readonly choices: readonly Choice[]; readonly otherwise?: string }) {
  const [value, set] = useValue(field.path);
  const shown = typeof value === 'string' ? value : (otherwise ?? null);
  return (
    <Field {...field}>
      {({ id, onBlur, ...input }) =>
        choices.length <= 4 ? (
          <Radio.Group
            {...input}
            id={id}
            aria-label={field.label}
            value={shown}
            options={[...choices]}
            onChange={(event: { target: { value?: unknown } }) => set(String(event.target.value))}
          />
        ) : (
          <Select
            {...input}
            id={id}
            onBlur={onBlur}
            value={shown}
            options={[...choices]}
            onChange={(next: string) => set(next)}
          />
        )
      }
    </Field>
  );
}

/** Absent is no. */
export function CheckField({
  path,
  label,
  help,
  otherwise = false,
}: FieldProps & { readonly otherwise?: boolean }) {
  const [value, set] = useValue(path);
  return (
    <div className="field check" data-path={path}>
      <Checkbox
        checked={typeof value === 'boolean' ? value : otherwise}
        onChange={({ target }) => set(target.checked)}
      >
        {label}
      </Checkbox>
      {help === undefined ? null : <p className="field-help">{help}</p>}
    </div>
  );
}

/** Some of many by name: sources, contacts, procedures, troubles. */
export function PicksField({
  choices,
  empty,
  loading = false,
  ...field
}: FieldProps & {
  readonly choices: readonly Choice[];
  readonly empty?: string;
  readonly loading?: boolean;
}) {
  const [value, set] = useValue(field.path);
  const chosen = isList(value) ? value.filter((item) => typeof item === 'string') : [];
  const known = new Set(choices.map((choice) => choice.value));
  // What is chosen and no longer there stays to be seen, and to be taken away.
  const strays = chosen.filter((item) => !known.has(item)).map((item) => ({ value: item, label: item }));
  return (
    <Field {...field} deep>
      {({ onBlur, ...input }) => (
        <Select
          {...input}
          mode="multiple"
          onBlur={onBlur}
          loading={loading}
          value={chosen}
          options={[...choices, ...strays]}
          showSearch={{ filterOption: (typed, option) => foldedIncludes(option?.label ?? '', typed) }}
          notFoundContent={empty ?? words.nothingToChoose}
          onChange={(next: string[]) => set(next.length === 0 ? undefined : next)}
        />
      )}
    </Field>
  );
}
