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
  const { person, account } = helping;
  const facts =
    procedure === null ? [] : statementFacts(turn.release, caseOf(turn, procedure.id), 'on-behalf');
  const lines = [
    lead,
    voice.words(`helper.account-${account}`, { person }),
    ...authorised(turn, procedure),
    voice.words('helper.secrets'),
    ...preset(turn, procedure, answered),
  ];
  return { blocks: lines.map((text) => ({ kind: 'text', text })), facts: facts.map(lockKey) };
}

/** Who may do it for another, as the procedure has it; what it does not have is told as unknown. */
function authorised(turn: Turn, procedure: Procedure | null): string[] {
  const { voice, release } = turn;
  if (procedure === null) return [voice.words('helper.no-procedure')];
  const name = voice.text(procedure.short);
  const known = answerParts(turn, procedure.id).statements('on-behalf');
  if (known.length === 0) {
    const who = whoClause(voice, release, unitOf(turn), anyQuestion(release));
    return [voice.words('answer.on-behalf-unknown', { procedure: name, who })];
  }
  const head = voice.words('helper.authorise', { procedure: name });
  return [[head, ...known.map((text) => `• ${text}`)].join('\n')];
}

function preset(turn: Turn, procedure: Procedure | null, answered: readonly string[]): string[] {
  const walk = procedure === null ? null : walkOf(turn.state, procedure.id);
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
