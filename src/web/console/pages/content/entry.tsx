import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { z } from 'zod';
import { entryKindSchema } from '#publishing/contract.ts';
import type { EntryKey } from '#publishing/ports.ts';
import { localDate } from '#root/clock.ts';
import type { Json } from '#root/json.ts';
import { openEntry } from '../../api/entries.ts';
import { useMay, useOfficer, useScope } from '../../api/session.ts';
import { formFor, isOwnable } from '../../editing/forms/forms.ts';
import { Page } from '../../shell/page.tsx';
import { Problem } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { contentWords as words } from '../../words/content.vi.ts';
import { kindWords } from '../../words/kinds.vi.ts';
import { Editor } from './editor.tsx';
import { listCrumb } from './crumbs.ts';
import './content.css';

/** One entry: asked for once, then the officer's own page until she leaves; nothing that comes later writes over her. */
export function Component() {
  const scope = useScope();
  const officer = useOfficer();
  const mayEdit = useMay('edit');
  const { kind: named = '', id = '' } = useParams();
  const [params] = useSearchParams();
  const beside: { readonly state: unknown } = useLocation();
  const kind = entryKindSchema.catch('procedure').parse(named);
  const key: EntryKey = useMemo(() => ({ kind, scope, id }), [kind, scope, id]);
  const opened = useQuery({
    queryKey: ['entry', kind, scope, id, officer.id],
    queryFn: () => openEntry(key),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const name = params.get('ten');
  const crumbs = [listCrumb(kind)];
  if (opened.isPending) return <Waiting />;
  if (opened.isError)
    return (
      <Page title={kindWords[kind].one} crumbs={crumbs}>
        <Problem error={opened.error} retry={opened.refetch} />
      </Page>
    );
  const { data } = opened;
  const form = formFor(key);
  const exists = data.whole !== null || data.base !== null || data.mine !== null;
  const today = localDate(Date.now());
  const fresh = name === null ? undefined : withPhrase(form.fresh?.(id, name, today), beside.state);
  if (!exists && fresh === undefined)
    return (
      <Page title={words.entry.gone} crumbs={crumbs}>
        <p>{words.entry.goneMore}</p>
      </Page>
    );
  // What the base alone has and a unit cannot say otherwise is read here, and written where it belongs.
  const shared =
    scope !== 'base' && data.entry === null && data.mine === null && !isOwnable(kind) && fresh === undefined;
  return (
    <Editor
      key={`${kind}:${scope}:${id}:${String(opened.dataUpdatedAt)}`}
      entryKey={key}
      opened={data}
      fresh={fresh ?? {}}
      readOnly={!mayEdit || shared}
      reopen={() => void opened.refetch()}
    />
  );
}

const brought = z.object({ phrase: z.string() });

/** What residents asked, brought along from the review queue: never in the address, which logs keep. */
function withPhrase(value: Json | undefined, state: unknown): Json | undefined {
  const read = brought.safeParse(state);
  if (!read.success || typeof value !== 'object' || value === null || !('phrases' in value)) return value;
  return { ...value, phrases: [read.data.phrase] };
}
