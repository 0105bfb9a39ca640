import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compareText, type Fault } from './fault.ts';
import { readJsonLines } from './lock-file.ts';
import { topicFiles, type CompiledRelease } from './release.ts';

/** An id that was once released. Conversations, statistics and links hold it, so it never means anything else. */
const releasedIdSchema = z.strictObject({
  kind: z.enum(['procedure', 'question', 'option', 'document', 'step', 'trouble', 'topic']),
  /** What it belongs to: scope, procedure, question; empty at the top. */
  in: z.string(),
  id: z.string(),
  gone: z.literal(true).optional(),
});
export type ReleasedId = z.infer<typeof releasedIdSchema>;

type Content = Pick<CompiledRelease, 'procedures' | 'flow' | 'troubles' | 'topics' | 'faq'>;

const FILE = 'ids.lock.jsonl';
const keyOf = ({ kind, in: owner, id }: ReleasedId): string => `${kind} ${owner} ${id}`;

export function readIdsLock(dataDir: string): ReleasedId[] {
  const path = join(dataDir, FILE);
  return existsSync(path) ? readJsonLines(path, releasedIdSchema) : [];
}

/** Adds the ids of a release; what is missing from it is gone for good. */
export function writeIdsLock(dataDir: string, content: Content): void {
  const { live, former } = idsOf(content);
  const lines = new Map(live.map((entry) => [keyOf(entry), entry]));
  for (const old of readIdsLock(dataDir)) {
    const key = keyOf(old);
    if (!lines.has(key)) lines.set(key, former.has(key) ? old : { ...old, gone: true });
  }
  const sorted = [...lines].toSorted(([a], [b]) => compareText(a, b));
  writeFileSync(join(dataDir, FILE), sorted.map(([, entry]) => `${JSON.stringify(entry)}\n`).join(''));
}

/** Ids that went missing without `was`, and ids that came back meaning something else. */
export function idFaults(released: readonly ReleasedId[], content: Content): Fault[] {
  const { live, former } = idsOf(content);
  const liveKeys = new Set(live.map(keyOf));
  const missing = released.filter(
    (old) => old.gone !== true && !liveKeys.has(keyOf(old)) && !former.has(keyOf(old)),
  );
  const lost = new Set(
    missing.filter(({ kind }) => kind === 'procedure').map((old) => ownerOf(old.in, old.id)),
  );
  const fault = ({ kind, in: owner, id }: ReleasedId, message: string): Fault => ({
    file: FILE,
    line: 1,
    column: 1,
    path: [owner, id].filter((part) => part !== '').join('/'),
    message: `${kind} "${id}" ${message}`,
    severity: 'error',
  });
  return [
    ...missing
      .filter(({ in: owner }) => ![...lost].some((gone) => owner === gone || owner.startsWith(`${gone}/`)))
      .map((old) =>
        fault(
          old,
          'was released and is missing: name it in `was` of what it is now, or retire it with knowledge:lock --release',
        ),
      ),
    ...released
      .filter((old) => old.gone === true && liveKeys.has(keyOf(old)))
      .map((old) => fault(old, 'was retired: an old id is never used again, choose another')),
  ];
}

const ownerOf = (owner: string, id: string): string => (owner === '' ? id : `${owner}/${id}`);

/** The ids of now, and the names they had, with every name that their owners had. */
function idsOf({ procedures, flow, troubles, ...rest }: Content): {
  live: ReleasedId[];
  former: Set<string>;
} {
  const live: ReleasedId[] = [];
  const former = new Set<string>();
  const add = (
    kind: ReleasedId['kind'],
    owners: readonly string[],
    entry: { id: string; was?: readonly string[] | undefined },
  ): string[] => {
    const names = [entry.id, ...(entry.was ?? [])];
    live.push({ kind, in: owners[0] ?? '', id: entry.id });
    for (const owner of owners) for (const id of names) former.add(keyOf({ kind, in: owner, id }));
    return owners.flatMap((owner) => names.map((name) => ownerOf(owner, name)));
  };
  for (const procedure of procedures) {
    const scope = procedure.scope === 'base' ? '' : procedure.scope;
    const owners = add('procedure', [scope], procedure);
    for (const [id, question] of Object.entries(procedure.questions)) {
      const asked = add('question', owners, { id, was: question.was });
      for (const [option, { was }] of Object.entries(question.options))
        add('option', asked, { id: option, was });
    }
    for (const document of procedure.documents) add('document', owners, document);
    for (const step of procedure.ownSteps) add('step', owners, step);
  }
  for (const step of flow.steps) add('step', [''], step);
  for (const trouble of troubles.flatMap((file) => file.troubles)) add('trouble', [''], trouble);
  for (const topic of topicFiles(rest).flatMap(({ topics }) => topics)) add('topic', [''], topic);
  return { live, former };
}
