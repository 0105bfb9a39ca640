import type { Fault } from '../fault.ts';
import type { Data, Sourced } from '../load.ts';
import { listsById, type Procedure } from '../schema/procedure.ts';
import { placeholdersOf } from '../wording.ts';
import type { Path } from './walk.ts';

interface Named {
  readonly id: string;
  readonly was?: readonly string[] | undefined;
  readonly path: Path;
  readonly in: Sourced<unknown>;
}

/** Ids are unique among their kind, an old id is nobody's id any more, and a file is called after what it holds. */
export function identityFaults(data: Data): Fault[] {
  const listed = (
    sourced: Sourced<unknown>,
    field: string,
    entries: readonly { id: string; was?: string[] | undefined }[],
  ): Named[] => entries.map(({ id, was }, i) => ({ id, was, path: [field, i, 'id'], in: sourced }));
  const { flow, topics, units } = data;
  const scopes = Map.groupBy(data.procedures, ({ content }) => content.scope);
  const whole = ({ content, ...sourced }: Sourced<{ id: string; was?: string[] | undefined }>): Named => ({
    id: content.id,
    was: content.was,
    path: ['id'],
    in: { content, ...sourced },
  });
  return [
    ...[...scopes.values()].flatMap((procedures) => clashes('procedure', procedures.map(whole))),
    ...clashes('topic', [
      ...(topics === null ? [] : listed(topics, 'topics', topics.content.topics)),
      ...data.faq.flatMap((file) => listed(file, 'topics', file.content.topics)),
      ...(scopes.get('base') ?? []).map((procedure) => Object.assign(whole(procedure), { was: [] })),
    ]),
    ...clashes(
      'trouble',
      data.troubles.flatMap((file) => listed(file, 'troubles', file.content.troubles)),
    ),
    ...clashes('notice', data.notices.map(whole)),
    ...clashes('glossary word', data.glossary.map(whole)),
    ...(flow === null
      ? []
      : [
          ...clashes('step', [
            ...listed(flow, 'steps', flow.content.steps),
            ...listed(flow, 'sideRoutes', flow.content.sideRoutes),
          ]),
        ]),
    ...(units === null ? [] : unitClashes(units)),
    ...data.procedures.flatMap((procedure) => [...fileFaults(procedure), ...inner(procedure, data)]),
    ...wordingClashes(data),
  ];

  function inner(sourced: Sourced<Procedure>, { flow }: Data): Fault[] {
    const { content } = sourced;
    const fields = listsById.filter((field) => field !== 'ownSteps');
    const questions = Object.entries(content.questions);
    return [
      ...fields.flatMap((field) => clashes(`entry of ${field}`, listed(sourced, field, content[field]))),
      ...clashes(
        'question',
        questions.map(([id, { was }]) => ({ id, was, path: ['questions', id], in: sourced })),
      ),
      ...questions.flatMap(([question, { options }]) =>
        clashes(
          'option',
          Object.entries(options).map(([id, { was }]) => ({
            id,
            was,
            path: ['questions', question, 'options', id],
            in: sourced,
          })),
        ),
      ),
      ...clashes('step', [
        ...(flow === null ? [] : listed(flow, 'steps', flow.content.steps)),
        ...listed(sourced, 'ownSteps', content.ownSteps),
      ]).filter(({ file }) => file === sourced.source.file),
      ...Object.entries(content.steps).flatMap(([step, { notes }]) =>
        clashes(
          'note',
          notes.map(({ id }, i) => ({ id, path: ['steps', step, 'notes', i, 'id'], in: sourced })),
        ),
      ),
      ...[...questions, ...questions.flatMap(([, { options }]) => Object.entries(options))]
        .filter(([id]) => /^\d+$/.test(id))
        .map(([id]) =>
          sourced.source.fault(
            [...sourced.at, 'questions'],
            `"${id}" needs a letter: names of digits alone lose their order`,
          ),
        ),
    ];
  }
}

function clashes(kind: string, entries: readonly Named[]): Fault[] {
  const live = new Map<string, Named>();
  const faults: Fault[] = [];
  const at = ({ in: { source, at }, path }: Named, message: string): Fault =>
    source.fault([...at, ...path], message);
  for (const entry of entries) {
    if (live.has(entry.id)) faults.push(at(entry, `a second ${kind} has the id "${entry.id}"`));
    else live.set(entry.id, entry);
  }
  const former = new Set<string>();
  for (const entry of entries) {
    for (const old of entry.was ?? []) {
      if (live.has(old))
        faults.push(at(entry, `"${old}" in was is still the id of a ${kind}: an old id is never used again`));
      if (former.has(old)) faults.push(at(entry, `two entries say that they were "${old}"`));
      former.add(old);
    }
  }
  return faults;
}

function unitClashes(units: NonNullable<Data['units']>): Fault[] {
  const { content } = units;
  const keyed = (
    kind: string,
    key: (unit: (typeof content.units)[number]) => string,
    field: string,
  ): Fault[] =>
    clashes(
      kind,
      content.units.map((unit, i) => ({ id: key(unit), path: ['units', i, field], in: units })),
    );
  return [
    ...keyed('unit code', ({ code }) => code, 'code'),
    ...keyed('unit slug', ({ slug }) => slug, 'slug'),
    ...keyed('unit name', ({ type, name }) => `${type} ${name}`, 'name'),
    ...clashes(
      'contact',
      content.contacts.map(({ id }, i) => ({ id, path: ['contacts', i, 'id'], in: units })),
    ),
    ...clashes(
      'name trap',
      content.traps.map(({ id }, i) => ({ id, path: ['traps', i, 'id'], in: units })),
    ),
    ...content.units.flatMap(({ contacts }, u) =>
      clashes(
        'contact',
        contacts.map(({ id }, i) => ({ id, path: ['units', u, 'contacts', i, 'id'], in: units })),
      ),
    ),
  ];
}

function fileFaults({ content, source, at }: Sourced<Procedure>): Fault[] {
  const [, folder, name] = /^procedures\/(?:(\d{5})\/)?(.*)\.yaml$/.exec(source.file) ?? [];
  return [
    ...(name === content.id
      ? []
      : [
          source.fault(
            [...at, 'id'],
            `the file is called ${String(name)}.yaml: name and id must be the same`,
          ),
        ]),
    ...((folder ?? 'base') === content.scope
      ? []
      : [
          source.fault(
            [...at, 'scope'],
            `an entry with the scope ${content.scope} does not belong in this folder`,
          ),
        ]),
  ];
}

function wordingClashes({ wording }: Data): Fault[] {
  const named = wording.map(({ key, source, at }) => ({
    id: key,
    path: at,
    in: { content: null, source, at: [] },
  }));
  return [
    ...clashes('wording', named),
    ...wording.flatMap(({ text, source, at }) => {
      const vi = placeholdersOf(typeof text === 'string' ? text : text.vi);
      const en = typeof text === 'string' || text.en === undefined ? null : placeholdersOf(text.en);
      if (vi.broken || en?.broken === true) {
        return [source.fault(at, 'has a broken placeholder: write {name}, letters only, with both braces')];
      }
      const differ = en !== null && nameSet(vi.names) !== nameSet(en.names);
      return differ
        ? [source.fault(at, 'the Vietnamese and the English words have different placeholders')]
        : [];
    }),
  ];
}

const nameSet = (names: readonly string[]): string => [...new Set(names)].toSorted().join();
