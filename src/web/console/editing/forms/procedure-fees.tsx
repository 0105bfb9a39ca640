import { CalendarOutlined } from '@ant-design/icons';
import { Button, DatePicker, Flex, InputNumber, Modal, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import type { Json } from '#root/json.ts';
import { editingWords as common } from '../../words/editing.vi.ts';
import { procedureWords } from '../../words/procedure.vi.ts';
import { ConditionField } from '../condition/condition-field.tsx';
import { isGroup, isList, join, type Group } from '../doc/path.ts';
import { useValue } from '../doc/use-doc.ts';
import { AmountField } from '../fields/amount-field.tsx';
import { idsIn } from '../fields/ids-in.ts';
import { ListOf } from '../fields/list-of.tsx';
import { newId } from '../fields/new-id.ts';
import { CheckField, ChoiceField, DateField } from '../fields/simple-fields.tsx';
import { choicesOf, SourcesField } from '../fields/source-fields.tsx';
import { Statements } from '../fields/statements.tsx';
import { textOf } from '../fields/text-of.ts';
import { TextField } from '../fields/text-field.tsx';

const words = procedureWords.fees;

/** Fees by case, way of filing and date. */
export function Fees() {
  const [value, set] = useValue('fees');
  const fees = isList(value) ? value : [];
  const [raising, setRaising] = useState<number | null>(null);
  return (
    <>
      <ListOf
        path="fees"
        one={words.one}
        empty={words.empty}
        titleOf={({ label }) => textOf(label).vi || common.unnamed}
        extraOf={(fee) => <Tag>{shortOf(fee)}</Tag>}
        fresh={(items) => ({
          id: newId('', idsIn(items), 'le-phi'),
          label: '',
          channel: 'any',
          amount: 'unknown',
          whoKnows: ['ward'],
          source: [],
        })}
        buttons={(index) => (
          <Button icon={<CalendarOutlined aria-hidden />} onClick={() => setRaising(index)}>
            {words.newFrom}
          </Button>
        )}
      >
        {(at) => (
          <>
            <TextField path={join(at, 'label')} label={words.label} required />
            <AmountField
              at={at}
              words={{
                label: words.amount,
                known: words.known,
                unknown: words.unknown,
                number: words.dong,
                suffix: 'đồng',
              }}
            />
            <ChoiceField
              path={join(at, 'channel')}
              label={words.channel}
              choices={choicesOf(words.channels)}
              required
            />
            <ConditionField path={join(at, 'when')} label={common.condition} />
            <div className="row">
              <DateField path={join(at, 'from')} label={common.from} help={common.fromHelp} />
              <DateField path={join(at, 'to')} label={common.to} help={common.toHelp} />
            </div>
            <TextField path={join(at, 'per')} label={words.per} help={words.perHelp} />
            <CheckField path={join(at, 'extra')} label={words.extra} />
            <TextField path={join(at, 'note')} label={common.note} rows={2} />
            <SourcesField path={join(at, 'source')} />
          </>
        )}
      </ListOf>
      <Statements
        path="exemptions"
        title={words.exemptions}
        one={words.exemption}
        empty={words.noExemptions}
      />
      {raising === null ? null : (
        <NewFrom
          done={(amount, from) => {
            set(withNewFrom(fees, raising, amount, from));
            setRaising(null);
          }}
          cancel={() => setRaising(null)}
        />
      )}
    </>
  );
}

function NewFrom({
  done,
  cancel,
}: {
  readonly done: (amount: number, from: string) => void;
  readonly cancel: () => void;
}) {
  const [amount, setAmount] = useState<number | null>(null);
  const [from, setFrom] = useState<Dayjs | null>(dayjs());
  const ids = { amount: useId(), from: useId() };
  const ready = amount !== null && from !== null;
  return (
    <Modal
      open
      title={words.newFrom}
      okText={words.newDone}
      cancelText={words.cancel}
      okButtonProps={{ disabled: !ready }}
      onOk={() => (ready ? done(amount, from.format('YYYY-MM-DD')) : undefined)}
      onCancel={cancel}
    >
      <p>{words.newFromHelp}</p>
      <Flex vertical gap={4}>
        <label htmlFor={ids.amount}>{words.newAmount}</label>
        <InputNumber<number>
          id={ids.amount}
          min={0}
          precision={0}
          suffix="đồng"
          value={amount}
          onChange={setAmount}
          style={{ width: '100%' }}
        />
        <label htmlFor={ids.from}>{words.newDate}</label>
        <DatePicker id={ids.from} format={['DD/MM/YYYY', 'D/M/YYYY']} value={from} onChange={setFrom} />
      </Flex>
    </Modal>
  );
}

/** The fee as it was ends the day before; a copy with the new amount begins. Both ends belong to a range. */
export function withNewFrom(
  fees: readonly Json[],
  index: number,
  amount: number,
  from: string,
): readonly Json[] {
  const old = fees[index];
  if (!isGroup(old)) return fees;
  const { to: _, whoKnows: __, ...rest } = old;
  const id = typeof old['id'] === 'string' ? old['id'] : 'le-phi';
  const before = dayjs(from).subtract(1, 'day').format('YYYY-MM-DD');
  const fresh = { ...rest, id: newId(`${id}-${from.slice(0, 4)}`, idsIn(fees), id), amount, from };
  return [...fees.slice(0, index), { ...old, to: before }, fresh, ...fees.slice(index + 1)];
}

function shortOf({ amount, from, to }: Group): string {
  const money =
    typeof amount === 'number'
      ? amount === 0
        ? words.free
        : `${new Intl.NumberFormat('vi').format(amount)} đồng`
      : words.amountUnknown;
  const shown = (date: Json): string =>
    typeof date === 'string' ? date.split('-').reverse().join('/') : '?';
  return [
    money,
    ...(from === undefined ? [] : [words.from(shown(from))]),
    ...(to === undefined ? [] : [words.to(shown(to))]),
  ].join(', ');
}
