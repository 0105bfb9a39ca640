import { createHash } from 'node:crypto';
import { foldedPhrase } from '#understanding/text.ts';
import type { Aspect } from '#knowledge/schema/ids.ts';
import type { LoggedQuestion } from '../question.ts';
import { mayBeShown, peopleOf, wordingsOf } from '../three-people.ts';
import { doubtKinds, type Doubt, type DoubtKind } from './doubts.ts';
import { groupSimilar } from './similar.ts';

/** Questions that sound alike and need a look. Only of three people or more. */
export interface ReviewGroup {
  /** The same as long as its most heard wording is. */
  readonly id: string;
  readonly kinds: readonly { readonly kind: DoubtKind; readonly count: number }[];
  readonly count: number;
  readonly people: number;
  readonly wordings: readonly { readonly text: string; readonly count: number }[];
  /** What they were taken for, most often first; null: nothing. */
  readonly taken: readonly {
    readonly topic: string | null;
    readonly aspect: Aspect | null;
    readonly count: number;
  }[];
  readonly lastAt: number;
}

export interface ReviewQueue {
  readonly groups: readonly ReviewGroup[];
  /** Questions in groups of fewer than three people: counted, never shown. */
  readonly hidden: number;
}

/** A group with what an officer's decision about it settles. */
export interface FullGroup {
  readonly group: ReviewGroup;
  readonly turns: readonly string[];
  readonly feedback: readonly string[];
}

const WORDINGS = 6;
const TAKEN = 4;

/** The queue, what most people asked first. Deterministic. */
export async function reviewQueue(
  doubts: readonly Doubt[],
): Promise<ReviewQueue & { readonly full: readonly FullGroup[] }> {
  const places = await groupSimilar(doubts.map(({ question }) => question.text));
  const grouped = [...Map.groupBy(doubts.keys(), (i) => places[i] ?? 0).values()].map((members) =>
    members.flatMap((i) => doubts[i] ?? []),
  );
  const shown = grouped.filter((members) => mayBeShown(members.map(({ question }) => question)));
  const full = shown
    .map(fullGroup)
    .sort((a, b) => b.group.people - a.group.people || b.group.count - a.group.count || order(a, b));
  const seen = shown.reduce((sum, members) => sum + members.length, 0);
  return { groups: full.map(({ group }) => group), hidden: doubts.length - seen, full };
}

const order = (a: FullGroup, b: FullGroup): number => (a.group.id < b.group.id ? -1 : 1);

function fullGroup(members: readonly Doubt[]): FullGroup {
  const questions = members.map(({ question }) => question);
  const wordings = wordingsOf(questions, WORDINGS);
  const kinds = doubtKinds.flatMap((kind) => {
    const count = members.filter((doubt) => doubt.kinds.includes(kind)).length;
    return count === 0 ? [] : [{ kind, count }];
  });
  return {
    group: {
      id: idOf(questions),
      kinds,
      count: members.length,
      people: peopleOf(questions),
      wordings,
      taken: takenFor(questions),
      lastAt: Math.max(...questions.map(({ at }) => at)),
    },
    turns: questions.map(({ turn }) => turn),
    feedback: members.flatMap(({ feedback }) => feedback),
  };
}

/** Of the wording heard most; a hash, so that an address or a log of addresses holds no wording. */
function idOf(questions: readonly LoggedQuestion[]): string {
  const counts = new Map<string, number>();
  for (const { text } of questions) {
    const key = foldedPhrase(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [first = ''] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  return createHash('sha256').update(first).digest('hex').slice(0, 16);
}

function takenFor(questions: readonly LoggedQuestion[]): ReviewGroup['taken'] {
  const counts = new Map<string, { topic: string | null; aspect: Aspect | null; count: number }>();
  for (const { topic, aspect } of questions) {
    const key = `${topic ?? ''}|${aspect ?? ''}`;
    counts.set(key, { topic, aspect, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.entries()]
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .slice(0, TAKEN)
    .map(([, taken]) => taken);
}
