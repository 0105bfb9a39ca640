import type { Procedure } from '#knowledge/schema/procedure.ts';
import { statementFacts } from '#knowledge/facts/statements.ts';
import { lockKey } from '#replies/compose/fact-item.ts';
import { anyQuestion, whoClause } from '#replies/compose/who.ts';
import type { Block, Choice } from '#replies/reply.ts';
import { answerParts } from '../answer/parts.ts';
import { choiceId } from '../choices/ids.ts';
import { answerLines } from '../papers/answers-block.ts';
import type { Helping } from '../state.ts';
import { unitOf, walkOf, type Turn } from '../turn.ts';
import { caseOf } from '../walkthrough/walks.ts';

export interface HelperCard {
  readonly blocks: readonly Block[];
  readonly facts: readonly string[];
}

/** What who does it for somebody else must know: whose account, who may, what is never shared. */
export function helperCard(
  turn: Turn,
  helping: Helping,
  lead: string,
  procedure: Procedure | null,
  answered: readonly string[] = [],
): HelperCard {
  const { voice } = turn;
  const [account, secrets] = accountLines(turn, helping, procedure);
  const lines = [
    lead,
    ...(account === undefined ? [] : [account]),
    ...(procedure === null ? [voice.words('helper.no-procedure')] : authorised(turn, procedure)),
    ...(secrets === undefined ? [] : [secrets]),
    ...(procedure === null ? [] : preset(turn, procedure, answered)),
  ];
  return { blocks: paragraphs(lines), facts: procedure === null ? [] : factsOf(turn, procedure) };
}

/** The same where whose account it is was told before, and only the procedure is new. */
export function helperWays(
  turn: Turn,
  { person }: Helping,
  procedure: Procedure,
  answered: readonly string[],
): HelperCard {
  const lines = [
    turn.voice.words('helper.still', { person }),
    ...authorised(turn, procedure),
    ...preset(turn, procedure, answered),
  ];
  return { blocks: paragraphs(lines), facts: factsOf(turn, procedure) };
}

/** Only whose account, and what is never shared. */
export function helperAccount(
  turn: Turn,
  helping: Helping,
  lead: string,
  procedure: Procedure | null,
  answered: readonly string[],
): readonly Block[] {
  return paragraphs([
    lead,
    ...accountLines(turn, helping, procedure),
    ...(procedure === null ? [] : preset(turn, procedure, answered)),
  ]);
}

/** Whose account, and what is never shared. What is taken at the counter only needs no account. */
function accountLines({ voice }: Turn, { person, account }: Helping, procedure: Procedure | null): string[] {
  if (procedure?.online.entry === 'counter-only') return [];
  return [voice.words(`helper.account-${account}`, { person }), voice.words('helper.secrets')];
}

const paragraphs = (lines: readonly string[]): Block[] => lines.map((text) => ({ kind: 'text', text }));

const factsOf = (turn: Turn, procedure: Procedure): string[] =>
  statementFacts(turn.release, caseOf(turn, procedure.id), 'on-behalf').map(lockKey);

/** Who may do it for another, as the procedure has it; what it does not have is told as unknown. */
function authorised(turn: Turn, procedure: Procedure): string[] {
  const { voice, release } = turn;
  const name = voice.text(procedure.short);
  const known = answerParts(turn, procedure.id).statements('on-behalf');
  if (known.length === 0) {
    const who = whoClause(voice, release, unitOf(turn), anyQuestion(release));
    return [voice.words('answer.on-behalf-unknown', { procedure: name, who })];
  }
  const head = voice.words('helper.authorise', { procedure: name });
  return [[head, ...known.map((text) => `• ${text}`)].join('\n')];
}

function preset(turn: Turn, procedure: Procedure, answered: readonly string[]): string[] {
  const walk = walkOf(turn.state, procedure.id);
  if (walk === null || answered.length === 0) return [];
  const { words } = turn.voice;
  const lines = answerLines(turn, walk).filter(({ question }) => answered.includes(question));
  const answers = lines.map(({ ask, label }) => words('papers.when', { question: ask, answers: label }));
  return answers.length === 0 ? [] : [words('helper.preset', { answers: answers.join('; ') })];
}

/** To change what is remembered. */
export function helperChoices(turn: Turn, { account }: Helping): Choice[] {
  const other = account === 'theirs' ? 'mine' : 'theirs';
  return [
    { id: choiceId('helper', other), title: turn.voice.words(`choice.helper-${other}`), style: 'normal' },
    { id: choiceId('helper', 'off'), title: turn.voice.words('choice.helper-off'), style: 'quiet' },
  ];
}
