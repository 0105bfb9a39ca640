import type { Fact } from '#knowledge/facts/fact.ts';
import type { Block } from '../reply.ts';

/** One label-and-value line of a `facts` block. */
export type FactItem = Extract<Block, { kind: 'facts' }>['items'][number];

/** The lock key of a fact that is spoken. */
export const lockKey = (fact: Fact): string => `${fact.procedure}/${fact.field}/${fact.id}`;

/** Past its review date, or resting on nothing firm: said weaker. */
export const isWeak = (fact: Fact): boolean => fact.expired || !fact.sure;
