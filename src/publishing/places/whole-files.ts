import { words } from '../words.ts';
import { groupOf, isGroup, wordsOf } from './json-group.ts';
import type { Place } from './place.ts';

/** A file is an entry; a unit's file of the same name holds what differs there. */
export const procedures: Place = {
  kinds: ['procedure'],
  read: (files) =>
    [...files].flatMap(([file, value]) => {
      const place = procedureFile(file);
      if (place === null) return [];
      const base = groupOf(files.get(`procedures/${place.id}.yaml`));
      const title = wordsOf(groupOf(value)['name']) ?? wordsOf(base['name']) ?? place.id;
      return [{ key: { kind: 'procedure', ...place }, title, value }];
    }),
  write(files, { scope, id }, value) {
    const file = scope === 'base' ? `procedures/${id}.yaml` : `procedures/${scope}/${id}.yaml`;
    // The folder says whose it is, the file's name what it is.
    files.set(file, isGroup(value) ? { id, ...value, ...(scope === 'base' ? {} : { scope }) } : value);
  },
  within(_files, file, path) {
    const place = procedureFile(file);
    return place === null ? null : { key: { kind: 'procedure', ...place }, path };
  },
};

function procedureFile(file: string): { scope: string; id: string } | null {
  const [whole, scope = 'base', id] = /^procedures\/(?:(\d{5})\/)?([^/]+)\.yaml$/.exec(file) ?? [];
  return whole === undefined || id === undefined ? null : { scope, id };
}

export const calendars: Place = {
  kinds: ['calendar'],
  read: (files) =>
    [...files].flatMap(([file, value]) => {
      const id = /^calendar\/([^/]+)\.yaml$/.exec(file)?.[1];
      return id === undefined
        ? []
        : [{ key: { kind: 'calendar', scope: 'base', id }, title: words.calendar(id), value }];
    }),
  write: (files, { id }, value) => void files.set(`calendar/${id}.yaml`, value),
  within(_files, file, path) {
    const id = /^calendar\/([^/]+)\.yaml$/.exec(file)?.[1];
    return id === undefined ? null : { key: { kind: 'calendar', scope: 'base', id }, path };
  },
};

const FLOW = 'flow.yaml';
const flowKey = { kind: 'flow', scope: 'base', id: 'flow' } as const;

export const flow: Place = {
  kinds: ['flow'],
  read(files) {
    const value = files.get(FLOW);
    return value === undefined ? [] : [{ key: flowKey, title: words.flow, value }];
  },
  write: (files, _key, value) => void files.set(FLOW, value),
  within: (_files, file, path) => (file === FLOW ? { key: flowKey, path } : null),
};
