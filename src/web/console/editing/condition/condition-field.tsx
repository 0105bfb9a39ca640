import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Flex, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { Json } from '#root/json.ts';
import { allUnits, scopeName } from '../../shell/scopes.ts';
import { foldedIncludes } from '../../shell/fold.ts';
import { conditionWords as words } from '../../words/condition.vi.ts';
import { Labelled } from '../../shell/labelled.tsx';
import { isGroup, isList, type Group } from '../doc/path.ts';
import { useValue } from '../doc/use-doc.ts';
import { Field, type FieldProps } from '../fields/field.tsx';
import { conditionOf } from './condition-of.ts';
import { questionsOf, type QuestionName } from './questions.ts';
import { conditionSentence } from './sentence.ts';

const kinds = ['q', 'channel', 'date', 'unit', 'all', 'any', 'not'] as const;
type Kind = (typeof kinds)[number];

const kindOf = (value: Group): Kind => kinds.find((kind) => Object.hasOwn(value, kind)) ?? 'q';

const fresh: Readonly<Record<Kind, Json>> = {
  q: { q: '', is: '' },
  channel: { channel: 'online' },
  date: { date: {} },
  unit: { unit: [] },
  all: { all: [{ q: '', is: '' }] },
  any: { any: [{ q: '', is: '' }] },
  not: { not: { q: '', is: '' } },
};

interface ConditionFieldProps extends FieldProps {
  /** Absent and "always" are one for fees; a paper's need names it, and knows "ask-staff". */
  readonly need?: boolean;
}

/** For whom something holds: everybody, nobody can say yet, or who a condition names, built part by part and read out. */
export function ConditionField({ need = false, ...field }: ConditionFieldProps) {
  const [value, set] = useValue(field.path);
  const [questionsValue] = useValue('questions');
  const questions = questionsOf(questionsValue);
  const mode = isGroup(value) ? 'conditional' : need && value === 'ask-staff' ? 'ask-staff' : 'always';
  const choose = (next: string): void => {
    if (next === 'conditional') set(fresh.q);
    else if (need) set(next);
    else set(undefined);
  };
  return (
    <Field {...field} deep>
      {(input) => (
        <div className="condition">
          <Radio.Group
            id={input.id}
            aria-label={field.label}
            aria-describedby={input['aria-describedby']}
            value={mode}
            onChange={(event: { target: { value?: unknown } }) => choose(String(event.target.value))}
            options={[
              { value: 'always', label: need ? words.always : words.never },
              { value: 'conditional', label: words.conditional },
              ...(need ? [{ value: 'ask-staff', label: words.askStaff }] : []),
            ]}
          />
          {isGroup(value) ? (
            <>
              <Part value={value} set={set} questions={questions} depth={0} />
              <Reading value={value} questions={questions} />
            </>
          ) : null}
        </div>
      )}
    </Field>
  );
}

function Reading({
  value,
  questions,
}: {
  readonly value: Group;
  readonly questions: readonly QuestionName[];
}) {
  const condition = conditionOf(value);
  return (
    <p className="reading">
      <b>{words.reads}</b>{' '}
      {condition === null
        ? words.unfinished
        : conditionSentence(condition, { questions, unitName: scopeName })}
    </p>
  );
}

interface PartProps {
  readonly value: Group;
  readonly set: (next: Json) => void;
  readonly questions: readonly QuestionName[];
  readonly depth: number;
}

function Part({ value, set, questions, depth }: PartProps) {
  const kind = kindOf(value);
  // Deeper than this nobody reads it; what was written deeper stays as it is.
  const offered =
    depth < 2 ? kinds : kinds.filter((one) => one === kind || !['all', 'any', 'not'].includes(one));
  return (
    <div className="condition-part">
      <Labelled label={words.kind}>
        {(id) => (
          <Select
            id={id}
            value={kind}
            options={offered.map((one) => ({ value: one, label: words.kinds[one] }))}
            onChange={(next: Kind) => set(changed(value, kind, next))}
          />
        )}
      </Labelled>
      {kind === 'q' ? <QuestionPart value={value} set={set} questions={questions} /> : null}
      {kind === 'channel' ? <ChannelPart value={value} set={set} /> : null}
      {kind === 'date' ? <DatePart value={value} set={set} /> : null}
      {kind === 'unit' ? <UnitPart value={value} set={set} /> : null}
      {kind === 'not' ? (
        <Part
          value={groupOf(value['not'])}
          set={(next) => set({ not: next })}
          questions={questions}
          depth={depth + 1}
        />
      ) : null}
      {kind === 'all' || kind === 'any' ? (
        <Parts kind={kind} value={value} set={set} questions={questions} depth={depth} />
      ) : null}
    </div>
  );
}

/** From one kind to another: a group around what stands there keeps it. */
function changed(value: Group, from: Kind, to: Kind): Json {
  const isGroupKind = (kind: Kind): boolean => kind === 'all' || kind === 'any';
  if (isGroupKind(from) && isGroupKind(to)) return { [to]: value[from] ?? [] };
  if (isGroupKind(to)) return { [to]: [value] };
  if (to === 'not') return { not: value };
  return fresh[to];
}

function Parts({ kind, value, set, questions, depth }: PartProps & { readonly kind: 'all' | 'any' }) {
  const own = value[kind];
  const parts = isList(own) ? own : [];
  return (
    <div className="condition-parts">
      {parts.map((part, index) => (
        <Flex key={index} gap={8} align="start">
          <Part
            value={groupOf(part)}
            set={(next) => set({ [kind]: parts.with(index, next) })}
            questions={questions}
            depth={depth + 1}
          />
          {parts.length > 1 ? (
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={words.remove}
              onClick={() => set({ [kind]: parts.toSpliced(index, 1) })}
            />
          ) : null}
        </Flex>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => set({ [kind]: [...parts, fresh.q] })}
      >
        {words.add}
      </Button>
    </div>
  );
}

function QuestionPart({ value, set, questions }: Omit<PartProps, 'depth'>) {
  const { q, is, in: several } = value;
  const name = typeof q === 'string' ? q : '';
  const chosen = typeof is === 'string' ? [is].filter(Boolean) : isList(several) ? several.map(String) : [];
  const question = questions.find(({ id }) => id === name);
  const write = (options: readonly string[]): void => {
    const [only, ...more] = options;
    set(more.length > 0 ? { q: name, in: options } : { q: name, is: only ?? '' });
  };
  if (questions.length === 0) return <p>{words.noQuestions}</p>;
  return (
    <>
      <Labelled label={words.question}>
        {(id) => (
          <Select
            id={id}
            value={name === '' ? null : name}
            options={questions.map(({ id, label }) => ({ value: id, label }))}
            onChange={(next: string) => set({ q: next, is: '' })}
          />
        )}
      </Labelled>
      <Labelled label={words.options}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={chosen}
            options={(question?.options ?? []).map(({ id, label }) => ({ value: id, label }))}
            onChange={write}
          />
        )}
      </Labelled>
    </>
  );
}

function ChannelPart({ value, set }: Pick<PartProps, 'value' | 'set'>) {
  const channels = ['online', 'counter', 'postal'] as const;
  return (
    <Radio.Group
      aria-label={words.kinds.channel}
      value={value['channel']}
      options={channels.map((channel) => ({ value: channel, label: words.channels[channel] }))}
      onChange={(event: { target: { value?: unknown } }) => set({ channel: String(event.target.value) })}
    />
  );
}

function DatePart({ value, set }: Pick<PartProps, 'value' | 'set'>) {
  const range = groupOf(value['date']);
  const write = (end: 'from' | 'to', date: dayjs.Dayjs | null): void => {
    const { [end]: _, ...rest } = range;
    set({ date: date === null ? rest : { ...rest, [end]: date.format('YYYY-MM-DD') } });
  };
  return (
    <Flex gap={12} wrap>
      {(['from', 'to'] as const).map((end) => {
        const date = range[end];
        return (
          <Labelled key={end} label={words[end]}>
            {(id) => (
              <DatePicker
                id={id}
                format={['DD/MM/YYYY', 'D/M/YYYY']}
                value={typeof date === 'string' ? dayjs(date) : null}
                onChange={(next) => write(end, next)}
              />
            )}
          </Labelled>
        );
      })}
    </Flex>
  );
}

function UnitPart({ value, set }: Pick<PartProps, 'value' | 'set'>) {
  const { unit } = value;
  return (
    <Labelled label={words.unit}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          value={isList(unit) ? unit.map(String) : []}
          options={allUnits.map((code) => ({ value: code, label: scopeName(code) }))}
          showSearch={{ filterOption: (typed, option) => foldedIncludes(option?.label ?? '', typed) }}
          onChange={(next: string[]) => set({ unit: next })}
        />
      )}
    </Labelled>
  );
}

const groupOf = (value: Json | undefined): Group => (isGroup(value) ? value : {});
