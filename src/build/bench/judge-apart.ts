import { createEvaluationSet } from '#insight/evaluation/repository.ts';
import type { Judge } from '#publishing/ports.ts';
import type { Database } from '#store/database.ts';
import { evaluateApart } from '../compare/evaluate-apart.ts';

/** Asks the shipped evaluation and the wards' own questions, beside the event loop. */
export function judgeApart(database: Database): Judge {
  const wards = createEvaluationSet(database);
  return async (parts, say) => {
    const { slices } = await evaluateApart({ parts, evaluation: await wards.every(), now: Date.now() }, say);
    return Object.fromEntries(slices.map(({ slice, figures }) => [slice, Object.fromEntries(figures)]));
  };
}
