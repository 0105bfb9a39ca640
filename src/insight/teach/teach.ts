import { newId } from '#root/ids.ts';
import type { Clock } from '#root/clock.ts';
import type { Aspect, Scope } from '#knowledge/schema/ids.ts';
import type { Drafts, EntryKey } from '#publishing/ports.ts';
import type { Audit } from '#staff/door.ts';
import type { Officer } from '#staff/officer.ts';
import type { EvaluationSet } from '../ports.ts';
import { phraseChange } from './phrase-change.ts';

export interface Teaching {
  readonly phrase: string;
  readonly topic: string;
  readonly aspect: Aspect | null;
  /** Kept as a question of the evaluation too. */
  readonly test: boolean;
}

export interface Taught {
  readonly draft: string | null;
  readonly entry: EntryKey;
  readonly title: string;
}

/** "Lẽ ra phải là …": a phrase that an officer wrote or confirmed becomes a draft, and is asked of every release from now on. */
export async function teach(
  parts: {
    readonly drafts: Drafts;
    readonly evaluation: EvaluationSet;
    readonly audit: Audit;
    readonly clock: Clock;
  },
  officer: Officer,
  scope: Scope,
  { phrase, topic, aspect, test }: Teaching,
): Promise<Taught> {
  const { change, title, isNew } = await phraseChange(parts.drafts, officer, scope, { topic, phrase });
  const now = parts.clock();
  const draft = isNew ? await parts.drafts.save(officer, change, phrase) : null;
  if (test) {
    // Asked twice, one question stays one.
    const known = (await parts.evaluation.all(scope)).find(({ text }) => text === phrase);
    await parts.evaluation.put(scope, [{ id: known?.id ?? newId(now), text: phrase, topic, aspect }], now);
  }
  await parts.audit.write(
    {
      officer: officer.id,
      scope,
      action: 'question.teach',
      subject: topic,
      detail: draft === null ? 'known already' : `draft ${draft.id}`,
    },
    now,
  );
  return { draft: draft?.id ?? null, entry: change.key, title };
}
