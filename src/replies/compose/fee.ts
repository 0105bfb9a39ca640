import type { FeeFact } from '#knowledge/facts/fact.ts';
import type { Voice } from '../wording.ts';
import { isWeak, lockKey, type FactItem } from './fact-item.ts';
import { money } from './format.ts';

/** Names who can tell, from contact ids. */
export type Who = (ids: readonly string[]) => string;

/**
 * Fee lines of her case. One fee: a plain line; several, because something is still open or the way of
 * filing differs: one line each, named by its case. What is paid only on request comes last.
 */
export function feeItems(voice: Voice, facts: readonly FeeFact[], who: Who): FactItem[] {
  const own = facts.filter((fact) => !fact.extra);
  const extra = facts.filter((fact) => fact.extra);
  const lines = own.map((fact) => ({
    id: fact.id,
    label:
      own.length === 1 && fact.applies === 'yes' ? voice.words('fee.label') : caseLabel(voice, fact, own),
    value: feeValue(voice, fact, who),
    weak: isWeak(fact),
    key: lockKey(fact),
  }));
  const none: FactItem[] =
    own.length > 0
      ? []
      : [{ id: 'none', label: voice.words('fee.label'), value: unknownFee(voice, who([])), weak: true }];
  return [
    ...none,
    ...lines,
    ...extra.map((fact) => ({
      id: fact.id,
      label: voice.words('fee.extra', { what: voice.text(fact.label) }),
      value: feeValue(voice, fact, who),
      weak: isWeak(fact),
      key: lockKey(fact),
    })),
  ];
}

export function feeValue(voice: Voice, fact: FeeFact, who: Who): string {
  const value = amountWords(voice, fact, who);
  return fact.note === null ? value : voice.words('fee.with-note', { value, note: voice.text(fact.note) });
}

function amountWords(voice: Voice, fact: FeeFact, who: Who): string {
  if (fact.amount === 'unknown' || !fact.sure) return unknownFee(voice, who(fact.whoKnows));
  if (fact.amount === 0) return voice.words('fee.free');
  const amount = money(fact.amount);
  return fact.per === null
    ? voice.words('fee.amount', { amount })
    : voice.words('fee.amount-per', { amount, per: voice.text(fact.per) });
}

const unknownFee = (voice: Voice, who: string): string => voice.words('fee.unknown', { who });

/** The way of filing is added only where two lines are called the same. */
function caseLabel(voice: Voice, fact: FeeFact, all: readonly FeeFact[]): string {
  const label = voice.text(fact.label);
  const alone = all.every((other) => other === fact || voice.text(other.label) !== label);
  return fact.channel === 'any' || alone
    ? voice.words('fee.label-case', { case: label })
    : voice.words('fee.label-channel', { case: label, channel: voice.words(`channel.${fact.channel}`) });
}
