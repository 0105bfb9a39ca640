import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EntryKey, EntryKind } from '#publishing/ports.ts';
import type { Json } from '#root/json.ts';
import { listEntries, openEntry } from '../../api/entries.ts';
import { useScope } from '../../api/session.ts';
import { editingWords } from '../../words/editing.vi.ts';
import { isGroup, isList } from '../doc/path.ts';
import type { Choice } from './simple-fields.tsx';
import { textOf } from './text-of.ts';

const MINUTES = 60_000;

/** Entries of some kinds by their titles, for fields that name others. */
export function useEntryChoices(kinds: readonly EntryKind[]): readonly Choice[] {
  const scope = useScope();
  const { data } = useQuery({
    queryKey: ['choices', scope, ...kinds],
    queryFn: async () => {
      const lists = await Promise.all(kinds.map((kind) => allOf(scope, kind)));
      return lists.flat();
    },
    staleTime: 5 * MINUTES,
  });
  return data ?? [];
}

async function allOf(scope: string, kind: EntryKind): Promise<readonly Choice[]> {
  const choices: Choice[] = [];
  for (let total = 1; choices.length < total;) {
    const page = await listEntries(scope, { kind, offset: choices.length, limit: 500 });
    if (page.items.length === 0) break;
    choices.push(...page.items.map(({ key, title }) => ({ value: key.id, label: title })));
    total = page.total;
  }
  return choices;
}

/** The desk and the police of the unit, and contacts of everybody: 1022 and others. */
export function useContactChoices(): readonly Choice[] {
  const data = useShared({ kind: 'unit', id: 'city' });
  return useMemo(() => {
    const contacts = isGroup(data) ? data['contacts'] : undefined;
    const city = isList(contacts) ? contacts : [];
    return [
      { value: 'ward', label: editingWords.contacts.ward },
      { value: 'ward-police', label: editingWords.contacts.police },
      ...city.flatMap((contact) =>
        isGroup(contact) && typeof contact['id'] === 'string'
          ? [{ value: contact['id'], label: textOf(contact['name']).vi || contact['id'] }]
          : [],
      ),
    ];
  }, [data]);
}

/** An entry that every unit shares, read from where the officer is. */
export function useShared({ kind, id }: Pick<EntryKey, 'kind' | 'id'>): Json | undefined {
  const scope = useScope();
  const { data } = useQuery({
    queryKey: ['shared', scope, kind, id],
    queryFn: () => openEntry({ kind, scope, id }),
    staleTime: 5 * MINUTES,
  });
  return data?.whole ?? data?.base?.value;
}
