import { feeFacts } from '#knowledge/facts/fees.ts';
import type { Case, Fact, Grounds } from '#knowledge/facts/fact.ts';
import { questionsFor } from '#knowledge/facts/questions.ts';
import { statementFacts } from '#knowledge/facts/statements.ts';
import type { Aspect } from '#knowledge/schema/ids.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { lockKey } from '#replies/compose/fact-item.ts';
import { feeItems } from '#replies/compose/fee.ts';
import { sourceBlocks } from '#replies/compose/sources.ts';
import { anyQuestion, whoClause } from '#replies/compose/who.ts';
import type { Block } from '#replies/reply.ts';
import { unitOf, type Turn } from '../turn.ts';
import { questionOf } from '../walkthrough/walks.ts';
import type { Composed } from './composed.ts';

/** More lines for other cases than these are a wall. */
const MOST = 2;

/**
 * A long answer while little of her case is known: what holds for everybody, and the question that decides the rest.
 * null: it is short enough, or no question decides.
 */
export function cutDown(turn: Turn, procedure: Procedure, aspect: Aspect, at: Case): Composed | null {
  if (aspect === 'le-phi') return fee(turn, procedure, at);
  return aspect === 'dieu-kien' ? conditions(turn, procedure, at) : null;
}

function fee(turn: Turn, procedure: Procedure, at: Case): Composed | null {
  const facts = feeFacts(turn.release, at).filter(({ extra }) => !extra);
  const [question] = questionsFor(turn.release, at, 'fee');
  const [first] = facts;
  if (facts.length <= MOST || question === undefined || first === undefined) return null;
  const who = (ids: readonly string[]): string =>
    whoClause(turn.voice, turn.release, unitOf(turn), ids.length > 0 ? ids : anyQuestion(turn.release));
  // With the others beside it, so that the line says of which case it is.
  const [line] = feeItems(turn.voice, facts, who);
  const head = turn.voice.words('answer.fee-depends', { procedure: turn.voice.text(procedure.short) });
  const lines: Block[] = line === undefined ? [] : [{ kind: 'facts', items: [line] }];
  const blocks: Block[] = [{ kind: 'text', text: head }, ...lines];
  return told(turn, procedure, blocks, facts.length - 1, question, [first]);
}

function conditions(turn: Turn, procedure: Procedure, at: Case): Composed | null {
  const facts = statementFacts(turn.release, at, 'conditions');
  const sure = facts.filter(({ applies }) => applies === 'yes');
  const open = facts.filter(({ applies }) => applies === 'open');
  const question = firstAsked(procedure, open);
  if (open.length <= MOST || question === null) return null;
  const head = turn.voice.words('answer.conditions', { procedure: turn.voice.text(procedure.short) });
  const lines = sure.map(({ text }) => `• ${turn.voice.text(text)}`);
  const block: Block[] = lines.length === 0 ? [] : [{ kind: 'text', text: [head, ...lines].join('\n') }];
  return told(turn, procedure, block, open.length, question, sure);
}

/** The first question, as written, that some of them hang on. */
function firstAsked(procedure: Procedure, open: readonly Grounds[]): string | null {
  const deciding = new Set(open.flatMap(({ openQuestions }) => openQuestions));
  return Object.keys(procedure.questions).find((id) => deciding.has(id)) ?? null;
}

function told(
  turn: Turn,
  procedure: Procedure,
  before: readonly Block[],
  count: number,
  question: string,
  facts: readonly Fact[],
): Composed {
  const known = questionOf(procedure, question);
  const ask = known === undefined ? '' : turn.voice.text(known.ask);
  return {
    blocks: [
      ...before,
      { kind: 'text', text: turn.voice.words('answer.more-by-case', { count, question: ask }) },
      ...sourceBlocks(turn.voice, facts),
    ],
    facts: facts.map(lockKey),
    asks: question,
  };
}
