import { TfIdf } from 'natural/lib/natural/tfidf/index.js';
import type { Release } from '#knowledge/release.ts';
import { say } from '#knowledge/schema/text.ts';
import { words } from '#understanding/text.ts';
import { TROUBLE } from '../names.ts';

export interface TopicWord {
  readonly word: string;
  /** TF-IDF over all topics: how much this topic has of it that others have not. */
  readonly weight: number;
}

export interface TaughtTopic {
  readonly id: string;
  readonly name: string;
  readonly kind: 'procedure' | 'trouble' | 'topic';
  readonly phrases: readonly string[];
}

/** Every topic with what teaches it, as it is understood. */
export function taughtTopics({ procedures, troubles, topics }: Release): readonly TaughtTopic[] {
  return [
    ...[...procedures.values()].map(({ id, name, phrases }) => ({
      id,
      name: say(name),
      kind: 'procedure' as const,
      phrases,
    })),
    ...[...topics.values()]
      .filter(({ id }) => !procedures.has(id))
      .map(({ id, name, phrases }) => ({ id, name: say(name), kind: 'topic' as const, phrases })),
    ...[...troubles.values()].map(({ id, title, phrases }) => ({
      id: `${TROUBLE}${id}`,
      name: say(title),
      kind: 'trouble' as const,
      phrases,
    })),
  ];
}

const opened = new WeakMap<Release, ReturnType<typeof open>>();

/** The words and pairs of words that set a topic apart, strongest first. null: there is no such topic. */
export function wordsOfTopic(release: Release, topic: string, most = 20): readonly TopicWord[] | null {
  let known = opened.get(release);
  if (known === undefined) opened.set(release, (known = open(release)));
  const place = known.places.get(topic);
  if (place === undefined) return null;
  return known.tfidf
    .listTerms(place)
    .filter(({ tfidf }) => tfidf > 0)
    .slice(0, most)
    .map(({ term, tfidf }) => ({ word: term.slice(MARK.length), weight: Math.round(tfidf * 100) / 100 }));
}

/** Before each term: a phrase may hold a word that every JavaScript object has. */
const MARK = '=';

function open(release: Release): {
  readonly tfidf: TfIdf;
  readonly places: ReadonlyMap<string, number>;
} {
  const topics = taughtTopics(release);
  const tfidf = new TfIdf();
  for (const { name, phrases } of topics)
    tfidf.addDocument([name, ...phrases].flatMap((phrase) => termsOf(phrase)));
  return { tfidf, places: new Map(topics.map(({ id }, place) => [id, place])) };
}

function termsOf(phrase: string): string[] {
  const said = words(phrase).map(({ word }) => word);
  return said.flatMap((word, i) => {
    const next = said[i + 1];
    return next === undefined ? [`${MARK}${word}`] : [`${MARK}${word}`, `${MARK}${word} ${next}`];
  });
}
