import type { Release } from '#knowledge/release.ts';
import type { Lexicon } from './lexicon.ts';

/** Whether two topics answer each other, so that being torn between them is no doubt. A topic is its own kin. */
export type Kin = (a: string, b: string) => boolean;

/** The topic that a trouble or a question stands under, for those who count topics; anything else, and what is under none, is itself. */
export function openHeads(
  lexicon: Pick<Lexicon, 'families'>,
  topics: Pick<Release, 'topics'>['topics'] = new Map(),
): (topic: string) => string {
  const heads = new Map<string, string>();
  for (const { id, under } of topics.values()) if (under !== undefined) heads.set(id, under);
  for (const [head, members] of Object.entries(lexicon.families))
    for (const member of members)
      if (member.startsWith('trouble:') && !heads.has(member)) heads.set(member, head);
  return (topic) => heads.get(topic) ?? topic;
}

export function openFamilies(lexicon: Lexicon): Kin {
  const heads = new Map<string, Set<string>>();
  for (const [head, members] of Object.entries(lexicon.families))
    for (const member of [head, ...members])
      heads.set(member, (heads.get(member) ?? new Set<string>()).add(head));
  return (a, b) => {
    if (a === b) return true;
    const others = heads.get(b);
    return others !== undefined && [...(heads.get(a) ?? [])].some((head) => others.has(head));
  };
}

/** Each with all that stand in a group with it. */
export function openSiblings(
  groups: readonly (readonly string[])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const siblings = new Map<string, Set<string>>();
  for (const group of groups)
    for (const one of group) {
      const others = siblings.get(one) ?? new Set<string>();
      for (const other of group) if (other !== one) others.add(other);
      siblings.set(one, others);
    }
  return siblings;
}

/** The first of the first group that each stands in. */
export function commonestOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  for (const group of groups)
    for (const one of group) {
      const [head] = group;
      if (head !== undefined && head !== one && !heads.has(one)) heads.set(one, head);
    }
  return heads;
}
