import { Radio } from 'antd';
import { editingWords } from '../../words/editing.vi.ts';
import { useValue } from '../doc/use-doc.ts';
import { join, type Path } from '../doc/path.ts';
import { Field } from './field.tsx';
import { NumberField, PicksField } from './simple-fields.tsx';
import { useContactChoices } from './choices.ts';

export interface AmountWords {
  readonly label: string;
  readonly known: string;
  readonly unknown: string;
  readonly number: string;
  readonly numberHelp?: string;
  readonly suffix?: string;
}

/** A number, or that nobody knows it yet and who can tell: never 0 for unknown. */
export function AmountField({ at, words }: { readonly at: Path; readonly words: AmountWords }) {
  const path = join(at, 'amount');
  const [value, set] = useValue(path);
  const [, setWhoKnows] = useValue(join(at, 'whoKnows'));
  const contacts = useContactChoices();
  const unknown = value === 'unknown';
  const choose = (next: unknown): void => {
    set(next === 'unknown' ? 'unknown' : undefined);
    setWhoKnows(next === 'unknown' ? ['ward'] : undefined);
  };
  return (
    <>
      <Field path={`${path}.mode`} label={words.label}>
        {({ id }) => (
          <Radio.Group
            id={id}
            aria-label={words.label}
            value={unknown ? 'unknown' : 'known'}
            options={[
              { value: 'known', label: words.known },
              { value: 'unknown', label: words.unknown },
            ]}
            onChange={(event: { target: { value?: unknown } }) => choose(event.target.value)}
          />
        )}
      </Field>
      {unknown ? (
        <PicksField path={join(at, 'whoKnows')} label={editingWords.whoKnows} choices={contacts} required />
      ) : (
        <NumberField
          path={path}
          label={words.number}
          required
          {...(words.numberHelp === undefined ? {} : { help: words.numberHelp })}
          {...(words.suffix === undefined ? {} : { suffix: words.suffix })}
        />
      )}
    </>
  );
}
