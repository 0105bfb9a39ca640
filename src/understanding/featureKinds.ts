/** Kinds of features, in the order in which models keep them: words as typed, folded, groups of same words, runs of letters. */
export const featureKinds = [
  'typedWord',
  'foldedWord',
  'typedPair',
  'foldedPair',
  'group',
  'groupPair',
  'gram',
] as const;
export type FeatureKind = (typeof featureKinds)[number];

/** Whether a kind is made of two words. */
export const isPair = (kind: number): boolean => featureKinds[kind]?.endsWith('Pair') === true;

export const kindAt = (kind: FeatureKind): number => featureKinds.indexOf(kind);
