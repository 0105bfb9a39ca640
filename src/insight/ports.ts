import type { Aspect, Outcome, Scope } from '#knowledge/schema/ids.ts';

/** A question of the evaluation set that the ward added: what was asked and what was right. */
export interface EvaluationQuestion {
  readonly id: string;
  readonly text: string;
  readonly topic: string;
  readonly aspect: string | null;
}

/** The ward's own evaluation questions, beside the shipped ones; `base`: everybody's. */
export interface EvaluationSet {
  /** The scope's own, by id. */
  readonly all: (scope: Scope) => Promise<readonly EvaluationQuestion[]>;
  /** Adds, or replaces what has the same id. All or none. */
  readonly put: (scope: Scope, questions: readonly EvaluationQuestion[], now: number) => Promise<void>;
  readonly remove: (scope: Scope, ids: readonly string[]) => Promise<void>;
  /** Of every scope: what the gate and the replay ask. */
  readonly every: () => Promise<readonly EvaluationQuestion[]>;
}

/** A question asked of a release, without a conversation before it but its topic. */
export interface Asked {
  readonly text: string;
  readonly topic: string | null;
  readonly unit: string | null;
}

/** What the bot makes of it. */
export interface Answered {
  readonly outcome: Outcome;
  /** As understood: troubles with their prefix. */
  readonly topic: string | null;
  readonly aspect: Aspect | null;
  readonly p: number;
  /** As plain text. */
  readonly reply: string;
}
