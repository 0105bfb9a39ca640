import { documentFacts } from '#knowledge/facts/documents.ts';
import { feeFacts } from '#knowledge/facts/fees.ts';
import { placeFact } from '#knowledge/facts/place.ts';
import { statementFacts } from '#knowledge/facts/statements.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import type { Block, Choice } from '#replies/reply.ts';
import { sourceBlocks } from '#replies/compose/sources.ts';
import { lockKey } from '#replies/compose/fact-item.ts';
import { answerParts } from '../answer/parts.ts';
import { choiceId } from '../choices/ids.ts';
import type { Walkthrough } from '../state.ts';
import { textReply, withState, type Turn } from '../turn.ts';
import type { Shown, ShowOptions } from '../walkthrough/show-step.ts';
import { caseOf, patchActive, procedureOf } from '../walkthrough/walks.ts';
import { shownNow } from '../resume/shown.ts';
import { answersBlock } from './answers-block.ts';

/** Her checklist: what she answered, papers, fee, time, place, result, and where it all comes from. */
export function showPapers(
  turn: Turn,
  walk: Walkthrough,
  { lead, brief = false }: Pick<ShowOptions, 'lead' | 'brief'> = {},
): Shown {
  const { voice, release } = turn;
  const next = withState(patchActive(turn, { mode: 'papers', shown: shownNow(turn, walk) }), {
    pending: { kind: 'offer', procedure: walk.procedure },
  });
  const answers = answersBlock(turn, walk);
  const choices = choicesOf(turn, walk, answers !== null);
  // She has it before her; all of it again would bury the answer to what she asked aside.
  if (brief) return { turn: next, reply: textReply(voice.words('papers.kept'), choices) };
  const at = caseOf(turn, walk.procedure, walk);
  const place = placeFact(release, at);
  const facts = [
    ...documentFacts(release, at),
    ...feeFacts(release, at),
    ...timeFacts(release, at),
    ...(place === null ? [] : [place]),
    ...statementFacts(release, at, 'result'),
  ];
  const part = answerParts(turn, walk.procedure, walk);
  const procedure = procedureOf(turn, walk.procedure);
  const name = procedure === undefined ? walk.procedure : voice.text(procedure.short);
  const blocks: Block[] = [
    { kind: 'text', text: lead ?? voice.words('papers.intro', { procedure: name }) },
    ...helperLine(turn),
    ...(answers === null ? [] : [answers]),
    ...part.documents(voice.words('papers.title')),
    { kind: 'facts', items: [...part.fee(), ...part.time(), ...part.place(), ...part.result()] },
    ...sourceBlocks(voice, facts),
  ];
  return { turn: next, reply: { blocks, choices, facts: facts.map(lockKey) } };
}

function helperLine({ state, voice }: Turn): Block[] {
  if (state.helping === null) return [];
  return [{ kind: 'text', text: voice.words('helper.line', { person: state.helping.person }) }];
}

function choicesOf(turn: Turn, walk: Walkthrough, answered: boolean): Choice[] {
  const { words } = turn.voice;
  const begun = walk.done.length > 0;
  return [
    {
      id: choiceId('offer', 'start', walk.procedure),
      title: begun ? words('choice.go-on') : words('choice.start'),
      style: 'primary',
    },
    ...(answered
      ? [{ id: choiceId('change', walk.procedure), title: words('choice.change'), style: 'normal' } as const]
      : []),
    ...otherChannel(turn, walk),
    { id: choiceId('staff'), title: words('choice.staff'), style: 'quiet' },
  ];
}

function otherChannel(turn: Turn, walk: Walkthrough): Choice[] {
  if (procedureOf(turn, walk.procedure)?.online.entry === 'counter-only') return [];
  const other = walk.channel === 'counter' ? 'online' : 'counter';
  return [
    {
      id: choiceId('channel', other, walk.procedure),
      title: turn.voice.words(`choice.file-${other}`),
      style: 'quiet',
    },
  ];
}
