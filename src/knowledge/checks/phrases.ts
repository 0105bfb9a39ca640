import type { Fault } from '../fault.ts';
import type { Data, Sourced } from '../load.ts';
import type { FaqFile } from '../schema/topic.ts';
import type { Path } from './walk.ts';

/** The same words under two topics teach nothing: the matcher cannot tell them apart. */
export function phraseFaults(data: Data): Fault[] {
  const lists: PhraseList[] = [
    ...data.procedures.map((sourced) => ({
      topic: sourced.content.id,
      phrases: sourced.content.phrases,
      path: ['phrases'],
      in: sourced,
    })),
    ...data.troubles.flatMap((sourced) =>
      sourced.content.troubles.map(({ id, phrases }, i) => ({
        topic: `trouble:${id}`,
        phrases,
        path: ['troubles', i, 'phrases'],
        in: sourced,
      })),
    ),
    ...[data.topics, ...data.faq].flatMap((file) => (file === null ? [] : topicLists(file))),
    ...noneList(data.topics),
  ];
  return [...duplicates(lists), ...duplicates(aspectLists(data.topics))];
}

interface PhraseList {
  readonly topic: string;
  readonly phrases: readonly string[];
  readonly path: Path;
  readonly in: Sourced<unknown>;
}

const topicLists = (file: Sourced<Pick<FaqFile, 'topics'>>): PhraseList[] =>
  file.content.topics.map(({ id, phrases }, i) => ({
    topic: id,
    phrases,
    path: ['topics', i, 'phrases'],
    in: file,
  }));

const noneList = (topics: Data['topics']): PhraseList[] =>
  topics === null ? [] : [{ topic: 'none', phrases: topics.content.none, path: ['none'], in: topics }];

function aspectLists(topics: Data['topics']): PhraseList[] {
  return (topics?.content.aspects ?? []).flatMap(({ aspect, phrases }, i) =>
    topics === null ? [] : [{ topic: aspect, phrases, path: ['aspects', i, 'phrases'], in: topics }],
  );
}

function duplicates(lists: readonly PhraseList[]): Fault[] {
  const first = new Map<string, { topic: string; file: string }>();
  return lists.flatMap(({ topic, phrases, path, in: { source, at } }) =>
    phrases.flatMap((phrase, i) => {
      const words = bare(phrase);
      const other = first.get(words);
      if (other === undefined) first.set(words, { topic, file: source.file });
      if (other === undefined || (other.topic === topic && other.file !== source.file)) return [];
      const here = [...at, ...path, i];
      return other.topic === topic
        ? [source.fault(here, `"${phrase}" stands here twice`, 'warning')]
        : [source.fault(here, `"${phrase}" stands under "${other.topic}" too (${other.file})`)];
    }),
  );
}

/** As the matcher compares: no case, no punctuation, single spaces. */
function bare(phrase: string): string {
  return phrase
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim();
}
