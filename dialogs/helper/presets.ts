import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Helping } from '../state.ts';
import { walkOf, type Turn } from '../turn.ts';
import { prepare } from '../walkthrough/walks.ts';

type Answers = Readonly<Record<string, string>>;

/** What the procedure says is answered by that somebody else does it. */
function answersOf(procedure: Procedure, helping: Helping | null): Answers {
  if (helping === null) return {};
  const { account, near } = helping;
  return Object.fromEntries(
    procedure.helpers
      .filter((helper) => helper.account === account && helper.near.includes(near))
      .map(({ q, is }) => [q, is]),
  );
}

/**
 * Gives the case what follows from who does it, and takes back what followed from who did it before.
 * What she answered herself stays. Returns the questions newly answered.
 */
export function presetCase(
  turn: Turn,
  procedure: Procedure,
  before: Helping | null,
): { readonly turn: Turn; readonly answered: readonly string[] } {
  const now = answersOf(procedure, turn.state.helping);
  const was = answersOf(procedure, before);
  const own = walkOf(turn.state, procedure.id)?.answers ?? {};
  const kept = Object.fromEntries(
    Object.entries(own).filter(([question, option]) => was[question] !== option || now[question] === option),
  );
  const fresh = Object.entries(now).filter(([question]) => kept[question] === undefined);
  const same = fresh.length === 0 && Object.keys(kept).length === Object.keys(own).length;
  if (same) return { turn, answered: [] };
  const answers = { ...kept, ...Object.fromEntries(fresh) };
  return { turn: prepare(turn, procedure.id, { answers }), answered: fresh.map(([question]) => question) };
}
