/** A question of the evaluation set that the ward added: what was asked and what was right. */
export interface EvaluationQuestion {
  readonly id: string;
  readonly text: string;
  readonly topic: string;
  readonly aspect: string | null;
}
