import { EyeOutlined, SendOutlined } from '@ant-design/icons';
import { App, Button, Drawer, Flex, Grid, Popconfirm } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { EntryKey } from '#publishing/ports.ts';
import { itemNames } from '#publishing/item-names.ts';
import { mergeSides, threeWay } from '#publishing/three-way.ts';
import { jsonSchema, type Json } from '#root/json.ts';
import { dropDraft, rebaseDraft, type Opened } from '../../api/entries.ts';
import { sentenceFor } from '../../api/error.ts';
import { useOfficer } from '../../api/session.ts';
import { ConflictView, type ConflictField } from '../../editing/conflict-view.tsx';
import { createDoc, type FieldFault } from '../../editing/doc/doc.ts';
import { DocContext } from '../../editing/doc/use-doc.ts';
import { textOf } from '../../editing/fields/text-of.ts';
import { isGroup } from '../../editing/doc/path.ts';
import { formFor } from '../../editing/forms/forms.ts';
import { PreviewPanel } from '../../editing/preview/preview-panel.tsx';
import { useChecks } from '../../editing/use-checks.ts';
import { useEntryDraft, type Clash } from '../../editing/use-entry-draft.ts';
import { LeaveGuard } from '../../saving/leave-guard.tsx';
import { dropCopy } from '../../saving/local-copies.ts';
import { SaveLine } from '../../saving/save-line.tsx';
import { Page } from '../../shell/page.tsx';
import { contentWords } from '../../words/content.vi.ts';
import { listCrumb } from './crumbs.ts';
import { FaultList } from './fault-list.tsx';
import { Notes } from './notes.tsx';
import { Sections } from './sections.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

const { entry: words, conflict } = contentWords;

interface EditorProps {
  readonly entryKey: EntryKey;
  readonly opened: Opened;
  readonly fresh: Json;
  readonly readOnly: boolean;
  /** Asks the server anew and begins again with what it says. */
  readonly reopen: () => void;
}

export function Editor({ entryKey, opened, fresh, readOnly, reopen }: EditorProps) {
  const form = formFor(entryKey);
  const officer = useOfficer();
  const as = entryKey.kind === 'procedure' && entryKey.scope !== 'base' ? 'whole' : 'own';
  const state = useEntryDraft({ key: entryKey, officer: officer.id, opened, fresh, as });
  const { autosave, draft } = state;
  const isNew = opened.whole === null && opened.base === null;
  const doc = useMemo(() => createDoc(state.initial, { showAll: !isNew }), []);
  const { typed } = state;
  useEffect(() => doc.onTyped(typed));
  useEffect(() => {
    // What was restored is sent on; what is new is a draft from its first moment.
    if (state.restoredAt !== null && state.clash === null) typed(doc.whole());
  }, []);
  useChecks(doc, entryKey, form.schema, as);
  const { message } = App.useApp();
  const wide = Grid.useBreakpoint().xl ?? true;
  const [part, setPart] = useState(form.sections[0]?.id ?? '');
  const [previewing, setPreviewing] = useState(false);
  const [submitting, setSubmitting] = useState(false);

  const drop = async (): Promise<void> => {
    try {
      if (draft !== null) await dropDraft(draft, { rev: draft.rev });
      dropCopy(`${officer.id}:${entryKey.kind}:${entryKey.scope}:${entryKey.id}`);
      void message.success(words.dropped);
      reopen();
    } catch (error) {
      void message.error(sentenceFor(error));
    }
  };
  const submit = async (): Promise<void> => {
    doc.showAll();
    if (await autosave.flush()) setSubmitting(true);
  };
  const title =
    titleOf(doc.whole()) ?? opened.mine?.title ?? opened.entry?.title ?? opened.base?.title ?? entryKey.id;
  const preview = <PreviewPanel entryKey={entryKey} as={as} doc={doc} />;

  return (
    <DocContext value={doc}>
      <Page
        title={title}
        crumbs={[listCrumb(entryKey.kind)]}
        actions={
          readOnly ? null : (
            <>
              <SaveLine state={autosave.state} />
              {wide ? null : (
                <Button icon={<EyeOutlined aria-hidden />} onClick={() => setPreviewing(true)}>
                  {words.preview}
                </Button>
              )}
              {draft === null ? null : (
                <Popconfirm
                  title={words.dropSure}
                  description={words.dropMore}
                  okText={words.drop}
                  onConfirm={() => void drop()}
                >
                  <Button>{words.drop}</Button>
                </Popconfirm>
              )}
              <Button
                type="primary"
                icon={<SendOutlined aria-hidden />}
                disabled={draft === null && !autosave.unsaved}
                onClick={() => void submit()}
              >
                {words.submit}
              </Button>
            </>
          )
        }
      >
        <Flex vertical gap={8} className="notes">
          <Notes
            readOnly={readOnly}
            ownOf={as === 'whole' ? entryKey.scope : null}
            draft={draft}
            others={opened.others}
            restoredAt={state.clash === null ? state.restoredAt : null}
          />
          <FaultList sections={form.sections} go={setPart} />
        </Flex>
        {state.clash === null ? null : (
          <ConflictView
            why={conflict.tab}
            fields={fieldsOf(state.clash)}
            done={(chosen) => {
              if (state.clash === null) return;
              const { base, theirs, mine } = state.clash;
              const merged = mergeSides(base, theirs, mine, chosen) ?? mine;
              doc.replace(merged);
              state.resolve(merged);
            }}
          />
        )}
        {state.clash === null && opened.changedSince.length > 0 && draft !== null ? (
          <ConflictView
            why={conflict.published}
            fields={opened.changedSince.map(({ path, names, base, theirs, mine, clash }) => ({
              path,
              names,
              base: base.is,
              theirs: theirs.is,
              mine: mine.is,
              clash,
            }))}
            done={(chosen) => {
              void rebaseDraft(draft, { rev: draft.rev, chosen: Object.fromEntries(chosen) })
                .then(reopen)
                .catch((error: unknown) => void message.error(sentenceFor(error)));
            }}
          />
        ) : null}
        <div className={wide ? 'entry wide' : 'entry'}>
          <fieldset disabled={readOnly} className="form">
            <Sections sections={form.sections} open={part} go={setPart} wide={wide} />
          </fieldset>
          {wide ? <aside className="beside">{preview}</aside> : null}
        </div>
        {wide ? null : (
          <Drawer
            open={previewing}
            onClose={() => setPreviewing(false)}
            title={words.preview}
            placement="bottom"
            size="85%"
            closable={{ 'aria-label': words.closePreview }}
          >
            {preview}
          </Drawer>
        )}
        {submitting && draft !== null ? (
          <SubmitDialog
            draft={draft}
            refused={(faults: readonly FieldFault[]) => doc.setFaults('server', faults)}
            done={(next) => {
              setSubmitting(false);
              if (next === null) return;
              state.setDraft(next);
              void message.success(words.submitted);
            }}
          />
        ) : null}
        <LeaveGuard unsaved={autosave.unsaved} />
      </Page>
    </DocContext>
  );
}

const fieldsOf = ({ base, theirs, mine }: Clash): readonly ConflictField[] =>
  threeWay(base, theirs, mine).map((field) => ({
    path: field.path,
    names: itemNames(field.path, [mine, theirs, base], [field.mine, field.theirs, field.base]),
    base: part.parse(field.base),
    theirs: part.parse(field.theirs),
    mine: part.parse(field.mine),
    clash: field.clash,
  }));

/** The sides are parts of JSON values, or not there. */
const part = jsonSchema.optional();

function titleOf(value: Json): string | null {
  if (!isGroup(value)) return textOf(value).vi || null;
  const named = textOf(value['name'] ?? value['title'] ?? value['text']).vi;
  return named === '' ? null : named;
}
