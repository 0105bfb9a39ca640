import type { Fault } from '../fault.ts';
import type { Data, Sourced } from '../load.ts';
import type { Source } from '../schema/source.ts';
import type { TopicsFile } from '../schema/topic.ts';
import { DESKS, isMemory, resolve } from '../facts/grounds.ts';
import { listsNamed, type Path } from './walk.ts';

/** Everything that names something else names something that exists. */
export function referenceFaults(data: Data): Fault[] {
  const withSources = [
    data.flow,
    data.units,
    data.safety,
    data.states,
    data.returns,
    ...data.procedures,
    ...data.troubles,
    ...data.calendar,
    ...data.faq,
    topicsWithSources(data.topics),
  ];
  const whole = withSources;
  return [
    ...withSources.flatMap((sourced) => (sourced === null ? [] : sourceFaults(sourced))),
    ...whole.flatMap((sourced) => (sourced === null ? [] : contactFaults(data, sourced))),
    ...stepFaults(data),
    ...topicFaults(data),
    ...unitFaults(data),
  ];
}

/** General topics need no sources; what they cite must be there all the same. */
const topicsWithSources = (
  topics: Data['topics'],
): Sourced<TopicsFile & { sources: Record<string, Source> }> | null =>
  topics === null
    ? null
    : { ...topics, content: { ...topics.content, sources: topics.content.sources ?? {} } };

function sourceFaults({ content, source, at }: Sourced<{ sources: Record<string, Source> }>): Fault[] {
  const lists = listsNamed('source', content);
  const used = new Set(lists.flatMap(({ ids }) => ids));
  const exists = (id: string): boolean => Object.hasOwn(content.sources, id);
  return [
    ...lists.flatMap(({ path, ids }) =>
      ids.flatMap((id, i) =>
        exists(id) ? [] : [source.fault([...at, ...path, i], `there is no source "${id}" in this file`)],
      ),
    ),
    ...lists
      .filter(({ ids }) => ids.every(exists) && isMemory(resolve(content.sources, ids)))
      .map(({ path }) =>
        source.fault([...at, ...path], 'rests on memory alone, so it will not be told as a fact', 'warning'),
      ),
    ...Object.keys(content.sources)
      .filter((id) => !used.has(id))
      .map((id) => source.fault([...at, 'sources', id], `the source "${id}" is used nowhere`, 'warning')),
  ];
}

/** The fields that name who can tell or help. */
function contactFaults(data: Data, { content, source, at }: Sourced<unknown>): Fault[] {
  const contacts = new Map(data.units?.content.contacts.map(({ id, status }) => [id, status]));
  if (data.units === null) return [];
  return ['whoKnows', 'whoHelps'].flatMap((name) =>
    listsNamed(name, content).flatMap(({ path, ids }) =>
      ids.flatMap((id, i) => {
        if (DESKS.has(id)) return [];
        const status = contacts.get(id);
        const place = [...at, ...path, i];
        if (status === undefined) {
          return [
            source.fault(place, `"${id}" is neither ward, ward-police nor a contact of the units file`),
          ];
        }
        if (status === 'verified') return [];
        return [source.fault(place, `the contact "${id}" is not verified, so it is never shown`, 'warning')];
      }),
    ),
  );
}

function stepFaults(data: Data): Fault[] {
  const flowSteps = new Set(data.flow?.content.steps.map(({ id }) => id));
  const troubles = new Set(data.troubles.flatMap(({ content }) => content.troubles.map(({ id }) => id)));
  const troublesIn = ({ content, source, at }: Sourced<unknown>): Fault[] =>
    listsNamed('troubles', content).flatMap(({ path, ids }) =>
      ids.flatMap((id, i) =>
        troubles.has(id) ? [] : [source.fault([...at, ...path, i], `there is no trouble "${id}"`)],
      ),
    );
  return [
    ...(data.flow === null ? [] : troublesIn(data.flow)),
    ...data.procedures.flatMap((sourced) => {
      const { content, source, at } = sourced;
      const own = new Set(content.ownSteps.map(({ id }) => id));
      const missing = (path: Path, id: string, message: string): Fault[] =>
        flowSteps.has(id) || data.flow === null ? [] : [source.fault([...at, ...path], message)];
      return [
        ...troublesIn(sourced),
        ...Object.keys(content.steps).flatMap((id) =>
          own.has(id)
            ? []
            : missing(['steps', id], id, `there is no step "${id}" in the flow or in ownSteps`),
        ),
        ...content.ownSteps.flatMap(({ after }, i) =>
          missing(['ownSteps', i, 'after'], after, `there is no step "${after}" in the flow`),
        ),
        ...Object.entries(content.steps).flatMap(([id, { asks }]) =>
          asks.flatMap((question, i) =>
            Object.hasOwn(content.questions, question)
              ? []
              : [source.fault([...at, 'steps', id, 'asks', i], `there is no question "${question}"`)],
          ),
        ),
      ];
    }),
  ];
}

/** What `related` and notices may name: procedures and general topics. */
function topicFaults(data: Data): Fault[] {
  const files = topicFilesOf(data);
  const topics = new Set([
    ...data.procedures.map(({ content }) => content.id),
    ...files.flatMap(({ content }) => content.topics.map(({ id }) => id)),
  ]);
  const check = (name: string, sourced: Sourced<unknown>): Fault[] =>
    listsNamed(name, sourced.content).flatMap(({ path, ids }) =>
      ids.flatMap((id, i) =>
        topics.has(id)
          ? []
          : [sourced.source.fault([...sourced.at, ...path, i], `there is no procedure or topic "${id}"`)],
      ),
    );
  return [
    ...data.procedures.flatMap((sourced) => check('related', sourced)),
    ...files.flatMap((file) => check('related', file)),
    ...files.flatMap((file) => underFaults(file, topics)),
    ...files.flatMap((file) => openedFaults(file, data)),
    ...data.notices.flatMap((sourced) => check('topics', sourced)),
  ];
}

type TopicsSourced = Sourced<Pick<TopicsFile, 'topics'>>;

const topicFilesOf = (data: Data): TopicsSourced[] => [
  ...(data.topics === null ? [] : [data.topics]),
  ...data.faq,
];

/** What a topic is counted under is a topic or a procedure, and under nothing else. */
const underFaults = ({ content, source, at }: TopicsSourced, topics: ReadonlySet<string>): Fault[] =>
  content.topics.flatMap(({ under }, i) =>
    under === undefined || topics.has(under)
      ? []
      : [source.fault([...at, 'topics', i, 'under'], `there is no procedure or topic "${under}"`)],
  );

/** A topic that opens a procedure names it, its questions and their options. */
function openedFaults({ content, source, at }: TopicsSourced, { procedures }: Data): Fault[] {
  return content.topics.flatMap(({ opens }, i) => {
    if (opens === undefined) return [];
    const place = [...at, 'topics', i, 'opens'];
    const procedure = procedures.find((entry) => entry.content.id === opens.procedure)?.content;
    if (procedure === undefined) {
      return [source.fault([...place, 'procedure'], `there is no procedure "${opens.procedure}"`)];
    }
    return Object.entries(opens.answers).flatMap(([question, option]) => {
      const known = Object.hasOwn(procedure.questions, question) ? procedure.questions[question] : undefined;
      if (known !== undefined && Object.hasOwn(known.options, option)) return [];
      return [source.fault([...place, 'answers', question], `there is no answer "${question}: ${option}"`)];
    });
  });
}

function unitFaults(data: Data): Fault[] {
  if (data.units === null) return [];
  const { content, source, at } = data.units;
  const codes = new Set(content.units.map(({ code }) => code));
  return [
    ...content.traps.flatMap(({ options }, i) =>
      options.flatMap(({ unit }, k) =>
        codes.has(unit)
          ? []
          : [
              source.fault(
                [...at, 'traps', i, 'options', k, 'unit'],
                `there is no unit with the code ${unit}`,
              ),
            ],
      ),
    ),
    ...[...data.procedures, ...data.notices].flatMap((entry) =>
      entry.content.scope === 'base' || codes.has(entry.content.scope)
        ? []
        : [
            entry.source.fault(
              [...entry.at, 'scope'],
              `there is no unit with the code ${entry.content.scope}`,
            ),
          ],
    ),
  ];
}
