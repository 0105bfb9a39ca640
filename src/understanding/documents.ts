import { openCourtesies, withoutCourtesy } from './courtesy.ts';
import { normalise } from './normalise.ts';
import { reading } from './phrases.ts';
import { randomFrom } from './random.ts';
import { noteSame, openSameWords } from './sameWords.ts';
import { openShortForms } from './shortForms.ts';
import { foldedPhrase, words, type Word } from './text.ts';
import type { TrainingInput, TrainingTopic } from './trainingInput.ts';
import type { LabelledDocument } from './linear.ts';

/** The pseudo-topic of messages that say only what is asked, not about which topic. */
export const FOLLOW_UP = '@follow-up';
export const NONE = 'none';

/** Topics that fill a frame of an aspect, and stories told around a question. */
const TOPICS = 6;
const STORIES = 6;

export interface Documents {
  readonly topics: readonly LabelledDocument[];
  readonly aspects: readonly LabelledDocument[];
  /** Folded words that aspects are asked in: what a message is about must not decide what about it is asked. */
  readonly asking: ReadonlySet<string>;
}

/** Documents of both classifiers, without their folded copies. */
export function documentsOf(input: TrainingInput): Documents {
  const read = readerOf(input);
  const courtesies = openCourtesies(input.lexicon.courtesies, read);
  const random = randomFrom(7);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

  const frames = input.aspects.flatMap(({ aspect, phrases }) =>
    phrases.filter((phrase) => phrase.includes('{t}')).map((phrase) => ({ aspect, phrase })),
  );
  const followUps = input.aspects.flatMap(({ aspect, phrases }) =>
    phrases.filter((phrase) => !phrase.includes('{t}')).map((phrase) => ({ aspect, phrase })),
  );
  const framed = input.topics.filter(
    ({ outcome, kind }) => kind === 'procedure' || (kind === 'topic' && outcome === 'answer'),
  );

  const topics = [
    ...input.topics.flatMap((topic) =>
      [...topic.names, ...topic.phrases].map((text) => ({ label: topic.id, text })),
    ),
    ...framed.flatMap((topic) =>
      input.aspects.flatMap(({ aspect }) => {
        const frame = pick(frames.filter((one) => one.aspect === aspect));
        const name = pick(shortNames(topic));
        return frame === undefined || name === undefined
          ? []
          : [{ label: topic.id, text: fill(frame.phrase, name) }];
      }),
    ),
    ...followUps

      // What went wrong is a trouble of its own, not a question about the topic at hand.
      .filter(({ aspect }) => aspect !== 'khac' && aspect !== 'loi-su-co')
      .map(({ phrase }) => ({ label: FOLLOW_UP, text: phrase })),
    ...input.none.map((text) => ({ label: NONE, text })),
  ];
  // "Nộp lệ phí" as a name in a frame would teach that "lệ phí" asks nothing.
  const named = framed.filter(
    (topic) => !shortNames(topic).some((name) => read(name).some(({ group }) => group?.startsWith('hoi-'))),
  );
  const aspects = [
    ...followUps.map(({ aspect, phrase }) => ({ label: aspect, text: phrase })),
    ...frames.flatMap(({ aspect, phrase }) =>
      Array.from({ length: TOPICS }, () => pick(named)).flatMap((topic) => {
        const name = topic === undefined ? undefined : pick(shortNames(topic));
        return name === undefined ? [] : [{ label: aspect, text: fill(phrase, name) }];
      }),
    ),
  ];
  // A whole sentence before the question: what is asked must be found behind any story. A story asks nothing itself.
  const asking = new Set(input.lexicon.askingWords.flatMap((text) => read(text).map(({ folded }) => folded)));
  const stories = framed
    .flatMap(({ phrases }) => phrases)
    .filter((phrase) => phrase.length >= 16 && !read(phrase).some(({ folded }) => asking.has(folded)));
  const told = followUps.flatMap(({ aspect, phrase }) =>
    Array.from({ length: STORIES }, () => pick(stories)).flatMap((story, n) =>
      story === undefined || aspect === 'khac'
        ? []
        : [{ label: aspect, text: n % 3 === 0 ? `${phrase}, ${story}` : `${story}, ${phrase}` }],
    ),
  );
  const silent = stories.map((text) => ({ label: 'khac', text }));
  const cues = input.aspects.flatMap(({ phrases }) => phrases.flatMap((phrase) => read(fill(phrase, ' '))));
  return {
    topics: unique(topics, (text) => [...withoutCourtesy(read(text), courtesies)]),
    aspects: unique([...aspects, ...told, ...silent], read),
    asking: new Set(cues.map(({ folded }) => folded)),
  };
}

/** Reads phrases as messages will be read. */
export function readerOf(input: TrainingInput): (text: string) => Word[] {
  const forms = openShortForms(input.lexicon.shortForms);
  const known = new Set(allPhrases(input).flatMap((phrase) => words(phrase).map(({ folded }) => folded)));
  const groups = openSameWords(input.lexicon.sameWords, reading(forms));
  return (text) =>
    noteSame(
      normalise(text, forms, (word) => known.has(word)),
      groups,
    );
}

export const documentOf = (
  label: string,
  text: string,
  read: (text: string) => Word[],
): LabelledDocument => ({
  label,
  words: read(text),
});

const fill = (frame: string, name: string): string => frame.replaceAll('{t}', name);

/** Official names run to sixty words: nobody says them in the middle of a sentence. */
function shortNames(topic: TrainingTopic): string[] {
  const short = topic.names.filter((name) => name.length <= 45);
  return short.length > 0 ? short : topic.names.slice(0, 1);
}

const allPhrases = (input: TrainingInput): string[] => [
  ...input.topics.flatMap(({ names, phrases }) => [...names, ...phrases]),
  ...input.aspects.flatMap(({ phrases }) => phrases),
  ...input.none,
];

function unique(
  labelled: readonly { readonly label: string; readonly text: string }[],
  read: (text: string) => Word[],
): LabelledDocument[] {
  const seen = new Set<string>();
  return labelled.flatMap(({ label, text }) => {
    const key = `${label}|${foldedPhrase(text)}`;
    const document = seen.has(key) ? [] : read(text);
    seen.add(key);
    return document.length === 0 ? [] : [{ label, words: document }];
  });
}
