import { statementFacts, type StatementField } from '#knowledge/facts/statements.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { lockKey } from '#replies/compose/fact-item.ts';
import { sourceBlocks } from '#replies/compose/sources.ts';
import { anyQuestion, whoClause } from '#replies/compose/who.ts';
import type { Block } from '#replies/reply.ts';
import { sureTopic } from '../routes/meaning.ts';
import { activeWalk, textOf, unitOf, type Told, type Turn } from '../turn.ts';
import { caseOf, procedureOf } from '../walkthrough/walks.ts';
import { holdsCue, readingOf } from '../words/cues.ts';
import { tellComposed } from './answer.ts';

const kinds = ['validity', 'penalty'] as const;
type Kind = (typeof kinds)[number];
const fields: Readonly<Record<Kind, StatementField>> = { validity: 'validity', penalty: 'penalties' };

/**
 * "Giấy này dùng được bao lâu", "trễ có bị phạt không": only what the entry has; what it does not have is told as
 * unknown, with who can tell. null: something else is asked, or no procedure is spoken of.
 */
export function lasting(turn: Turn): Told | null {
  const kind = kindAsked(turn);
  const procedure = kind === null ? null : procedureMeant(turn);
  if (kind === null || procedure === null) return null;
  const { voice, release } = turn;
  const name = voice.text(procedure.short);
  const facts = statementFacts(release, caseOf(turn, procedure.id), fields[kind]);
  const lines = facts.map((fact) => `• ${voice.text(fact.text)}`);
  const who = whoClause(voice, release, unitOf(turn), anyQuestion(release));
  const words =
    lines.length === 0
      ? voice.words(`answer.${kind}-unknown`, { procedure: name, who })
      : [voice.words(`answer.${kind}`, { procedure: name }), ...lines].join('\n');
  const blocks: Block[] = [{ kind: 'text', text: words }, ...sourceBlocks(voice, facts)];
  return tellComposed(turn, procedure, [], { blocks, facts: facts.map(lockKey), asks: null });
}

function kindAsked(turn: Turn): Kind | null {
  if (turn.event.kind !== 'text') return null;
  const { words, cues } = readingOf(textOf(turn.event));
  return kinds.find((kind) => holdsCue(cues(turn.voice.words(`cue.${kind}`)), words)) ?? null;
}

/** The one named, else the one in hand or spoken of. Another matter that is surely meant is none of ours. */
function procedureMeant(turn: Turn): Procedure | null {
  const named = turn.understanding?.fromContext === true ? null : sureTopic(turn);
  if (named !== null) return procedureOf(turn, named) ?? null;
  const id = activeWalk(turn.state)?.procedure ?? turn.state.topic;
  return id === null ? null : (procedureOf(turn, id) ?? null);
}
