import type { Grounds } from '#knowledge/facts/fact.ts';
import type { Source } from '#knowledge/schema/source.ts';
import type { Block } from '../reply.ts';
import type { Voice } from '../wording.ts';
import { day } from './format.ts';

const SHOWN = 2;

/**
 * Where the facts of a reply come from, and as of when: the oldest date counts. Memory is no source.
 * Facts past their review date add the weaker sentence in front.
 */
export function sourceBlocks(
  voice: Voice,
  facts: readonly Pick<Grounds, 'sources' | 'asOf' | 'expired'>[],
): Block[] {
  const cited = new Map<string, Source>();
  for (const source of facts.flatMap((fact) => fact.sources))
    if (source.kind !== 'memory' && !cited.has(source.title)) cited.set(source.title, source);
  const [first, ...rest] = facts.map((fact) => fact.asOf).sort();
  if (first === undefined || cited.size === 0) return [];
  const weak = facts.some((fact) => fact.expired);
  return [
    ...(weak ? [{ kind: 'text', text: voice.words('sources.expired', { date: day(first) }) } as const] : []),
    {
      kind: 'sources',
      items: [...cited.values()].slice(0, SHOWN).map((source) => citation(source)),
      asOf: voice.words('sources.as-of', { date: day([first, ...rest][0] ?? first) }),
      weak,
    },
  ];
}

const citation = ({ title, url, date }: Source): { title: string; url?: string; asOf?: string } => ({
  title,
  ...(url === undefined ? {} : { url }),
  ...(date === undefined ? {} : { asOf: day(date) }),
});
