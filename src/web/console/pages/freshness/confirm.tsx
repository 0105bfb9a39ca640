import { useMutation } from '@tanstack/react-query';
import { Alert, App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { z } from 'zod';
import { faultSchema } from '#publishing/contract.ts';
import type { WorkItem } from '#publishing/freshness/contract.ts';
import type { Source } from '#knowledge/schema/source.ts';
import { call } from '../../api/call.ts';
import { ApiError, sentenceFor } from '../../api/error.ts';
import { useScope } from '../../api/session.ts';
import { editingWords } from '../../words/editing.vi.ts';
import { freshnessWords } from '../../words/freshness.vi.ts';
import { freshnessCalls } from './contracts.ts';

const { confirming: words } = freshnessWords;

/** Stands in the choice of sources for one that is not among them. */
const OTHER = '+';
/** When it is looked at again, if she says nothing else. */
const MONTHS = 6;

interface Typed {
  readonly source: string;
  readonly title?: string;
  readonly url?: string;
  readonly kind?: Source['kind'];
  readonly review: Dayjs;
}

/** The second of the two clicks: by which source it was found to hold, and until when. */
export function Confirm({
  item,
  onClose,
  onDone,
}: {
  readonly item: WorkItem | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const scope = useScope();
  const { message } = App.useApp();
  const confirming = useMutation({
    mutationFn: ({ of, typed }: { readonly of: WorkItem; readonly typed: Typed }) =>
      call(freshnessCalls.confirm, { params: { scope }, body: bodyOf(of, typed) }),
    onSuccess: () => {
      onClose();
      onDone();
      void message.success(words.done);
    },
  });
  return (
    <Modal
      open={item !== null}
      title={words.title(item?.title ?? '')}
      okText={words.ok}
      cancelText={words.cancel}
      okButtonProps={{ htmlType: 'submit', form: 'confirm', loading: confirming.isPending }}
      onCancel={onClose}
      afterClose={() => confirming.reset()}
      destroyOnHidden
    >
      <p>{words.intro}</p>
      {item === null ? null : (
        <Fields item={item} onFinish={(typed) => confirming.mutate({ of: item, typed })} />
      )}
      {confirming.isError ? <Refused error={confirming.error} /> : null}
    </Modal>
  );
}

function Fields({ item, onFinish }: { readonly item: WorkItem; readonly onFinish: (typed: Typed) => void }) {
  const [form] = Form.useForm<Typed>();
  const [first] = item.sources;
  const chosen = Form.useWatch('source', form) ?? first?.id ?? OTHER;
  const url = item.sources.find(({ id }) => id === chosen)?.url ?? null;
  return (
    <Form<Typed>
      id="confirm"
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onSubmit"
      initialValues={{ source: first?.id ?? OTHER, kind: 'official', review: dayjs().add(MONTHS, 'month') }}
      onFinish={onFinish}
    >
      <Form.Item
        name="source"
        label={words.source}
        extra={
          url === null ? undefined : (
            <a href={url} target="_blank" rel="noreferrer noopener">
              {words.open}
            </a>
          )
        }
      >
        <Select
          options={[
            ...item.sources.map(({ id, title }) => ({ value: id, label: title })),
            { value: OTHER, label: words.other },
          ]}
        />
      </Form.Item>
      {chosen === OTHER ? <OtherSource /> : null}
      <Form.Item
        name="review"
        label={words.review}
        rules={[
          {
            validator: (_, day: Dayjs | null) =>
              day?.isAfter(dayjs(), 'day') === true
                ? Promise.resolve()
                : Promise.reject(new Error(words.reviewMissing)),
          },
        ]}
      >
        <DatePicker format="DD/MM/YYYY" allowClear={false} />
      </Form.Item>
    </Form>
  );
}

function OtherSource() {
  return (
    <>
      <Form.Item
        name="title"
        label={words.newTitle}
        rules={[{ required: true, whitespace: true, message: words.newTitleMissing }]}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="url"
        label={words.newUrl}
        rules={[{ pattern: /^https:\/\/\S+$/, message: words.newUrlWrong }]}
      >
        <Input inputMode="url" maxLength={1000} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={words.newKind}>
        <Select
          options={(['law', 'official', 'ward', 'press'] as const).map((kind) => ({
            value: kind,
            label: editingWords.sources.kinds[kind],
          }))}
        />
      </Form.Item>
    </>
  );
}

function bodyOf({ key }: WorkItem, { source, title, url, kind, review }: Typed) {
  const other = {
    title: title?.trim() ?? '',
    ...(url === undefined || url === '' ? {} : { url }),
    kind: kind ?? 'official',
    confidence: 'high',
  };
  return { key, source: source === OTHER ? other : { id: source }, review: review.format('YYYY-MM-DD') };
}

const faultsSchema = z.array(faultSchema);

/** What keeps it from being handed in, in the words of the checks. */
function Refused({ error }: { readonly error: unknown }) {
  const faults = error instanceof ApiError ? faultsSchema.safeParse(error.more['faults']) : undefined;
  if (faults?.success === true) {
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={words.faults}
        description={
          <ul>
            {faults.data.map(({ path, says }) => (
              <li key={`${path} ${says}`}>{says}</li>
            ))}
          </ul>
        }
      />
    );
  }
  const isConflict = error instanceof ApiError && error.code === 'Conflict';
  return (
    <Alert type="error" showIcon role="alert" title={isConflict ? words.conflict : sentenceFor(error)} />
  );
}
