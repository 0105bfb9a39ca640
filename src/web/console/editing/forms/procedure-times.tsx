import { Tag } from 'antd';
import { editingWords as common } from '../../words/editing.vi.ts';
import { procedureWords } from '../../words/procedure.vi.ts';
import { ConditionField } from '../condition/condition-field.tsx';
import { join } from '../doc/path.ts';
import { AmountField } from '../fields/amount-field.tsx';
import { idsIn } from '../fields/ids-in.ts';
import { ListOf } from '../fields/list-of.tsx';
import { newId } from '../fields/new-id.ts';
import { ChoiceField, DateField, LineField, NumberField } from '../fields/simple-fields.tsx';
import { choicesOf, SourcesField } from '../fields/source-fields.tsx';
import { textOf } from '../fields/text-of.ts';
import { TextField } from '../fields/text-field.tsx';

const words = procedureWords.time;

/** How long it takes, by case. */
export function Times() {
  return (
    <ListOf
      path="time"
      one={words.one}
      empty={words.empty}
      titleOf={({ label }, index) => textOf(label).vi || `${words.amount} ${String(index + 1)}`}
      extraOf={({ amount, unit }) => (
        <Tag>{typeof amount === 'number' ? `${String(amount)} ${unitOf(unit)}` : words.unknown}</Tag>
      )}
      fresh={(items) => ({
        id: newId('', idsIn(items), 'thoi-han'),
        amount: 'unknown',
        unit: 'working-day',
        whoKnows: ['ward'],
        source: [],
      })}
    >
      {(at) => (
        <>
          <TextField path={join(at, 'label')} label={words.label} help={words.labelHelp} />
          <AmountField
            at={at}
            words={{
              label: words.amount,
              known: words.known,
              unknown: words.unknown,
              number: words.number,
              numberHelp: words.numberHelp,
            }}
          />
          <ChoiceField path={join(at, 'unit')} label={words.unit} choices={choicesOf(words.units)} required />
          <LineField
            path={join(at, 'cutoff')}
            label={words.cutoff}
            help={words.cutoffHelp}
            placeholder="15:00"
          />
          <ConditionField path={join(at, 'when')} label={common.condition} />
          <h4>{words.plus}</h4>
          <ListOf
            path={join(at, 'plus')}
            one={words.plusOne}
            empty={words.noPlus}
            titleOf={({ why }) => textOf(why).vi || common.unnamed}
            fresh={(items) => ({
              id: newId('', idsIn(items), 'cong-them'),
              amount: 1,
              unit: 'working-day',
              why: '',
            })}
          >
            {(plus) => (
              <>
                <TextField path={join(plus, 'why')} label={words.why} required />
                <NumberField path={join(plus, 'amount')} label={words.number} min={1} required />
                <ChoiceField
                  path={join(plus, 'unit')}
                  label={words.unit}
                  choices={choicesOf(words.units)}
                  required
                />
                <ConditionField path={join(plus, 'when')} label={common.condition} />
              </>
            )}
          </ListOf>
          <div className="row">
            <DateField path={join(at, 'from')} label={common.from} help={common.fromHelp} />
            <DateField path={join(at, 'to')} label={common.to} help={common.toHelp} />
          </div>
          <SourcesField path={join(at, 'source')} />
        </>
      )}
    </ListOf>
  );
}

const unitOf = (unit: unknown): string =>
  Object.entries(words.units).find(([name]) => name === unit)?.[1] ?? words.units['working-day'];
