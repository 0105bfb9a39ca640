import { groupOf, listOf, wordsOf } from './json-group.ts';
import type { FileValues, Place } from './place.ts';

const FILE = 'schematics/schematics.yaml';
const keyOf = (id: string) => ({ kind: 'schematic', scope: 'base', id }) as const;

/** What the screen of a step looks like, drawn or real: a key of the one file. The drawings themselves ship with the page. */
export const schematics: Place = {
  kinds: ['schematic'],
  read: (files) =>
    Object.entries(groupOf(files.get(FILE))).map(([id, value]) => ({
      key: keyOf(id),
      title: titleIn(files, id),
      value,
    })),
  write: (files, { id }, value) => void files.set(FILE, { ...groupOf(files.get(FILE)), [id]: value }),
  within(files, file, path) {
    if (file !== FILE) return null;
    // Names have dots of their own.
    for (const id of Object.keys(groupOf(files.get(FILE)))) {
      const length = id.split('.').length;
      const isLonger = path[length] === 'vneid';
      if (path.slice(0, length).join('.') === id && !isLonger)
        return { key: keyOf(id), path: path.slice(length) };
    }
    return null;
  },
};

/** As officers know it: the step, and where she sees it. */
function titleIn(files: FileValues, id: string): string {
  const [stepId = id, app] = id.split('.');
  const step = listOf(groupOf(files.get('flow.yaml'))['steps']).find((one) => groupOf(one)['id'] === stepId);
  const title = wordsOf(groupOf(step)['title']) ?? stepId;
  return app === 'vneid' ? `${title} (VNeID)` : title;
}
