import { documentFacts } from '#knowledge/facts/documents.ts';
import { feeFacts } from '#knowledge/facts/fees.ts';
import type { Case, Fact } from '#knowledge/facts/fact.ts';
import { placeFact } from '#knowledge/facts/place.ts';
import { statementFacts, type StatementField } from '#knowledge/facts/statements.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import type { Release } from '#knowledge/release.ts';
import type { Aspect } from '#knowledge/schema/ids.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { lockKey, type FactItem } from '#replies/compose/fact-item.ts';
import { sourceBlocks } from '#replies/compose/sources.ts';
import { anyQuestion, whoClause } from '#replies/compose/who.ts';
import type { Block } from '#replies/reply.ts';
import { unitOf, type Turn } from '../turn.ts';
import { caseOf } from '../walkthrough/walks.ts';
import type { Composed } from './composed.ts';
import { cutDown } from './cut-down.ts';
import { answerParts, type Parts } from './parts.ts';

interface AspectAnswer {
  readonly facts: (release: Release, at: Case) => readonly Fact[];
  readonly blocks: (parts: Parts, asked: Asked) => readonly Block[];
}

interface Asked {
  readonly turn: Turn;
  readonly procedure: Procedure;
  readonly name: string;
  readonly at: Case;
}

const place = (release: Release, at: Case): readonly Fact[] => {
  const fact = placeFact(release, at);
  return fact === null ? [] : [fact];
};
const factLines = (items: readonly FactItem[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'facts', items: [...items] }];
const text = (words: string): Block => ({ kind: 'text', text: words });

const lines = (head: string, items: readonly string[]): Block =>
  text([head, ...items.map((item) => `• ${item}`)].join('\n'));

const statements =
  (
    field: StatementField,
    head: 'answer.conditions' | 'answer.on-behalf' | 'answer.result',
    none: 'answer.conditions-unknown' | 'answer.on-behalf-unknown' | 'answer.result-unknown',
  ): AspectAnswer['blocks'] =>
  (parts, { turn, name }) => {
    const found = parts.statements(field);
    const { words } = turn.voice;
    return found.length === 0
      ? [
          text(
            words(none, {
              procedure: name,
              who: whoClause(turn.voice, turn.release, unitOf(turn), anyQuestion(turn.release)),
            }),
          ),
        ]
      : [lines(words(head, { procedure: name }), found)];
  };

/** What each aspect of a procedure comes to. */
const answers: Readonly<Record<Aspect, AspectAnswer>> = {
  'ho-so': {
    facts: (release, at) => documentFacts(release, at),
    blocks: (parts, { turn, name }) => [
      ...parts.documents(turn.voice.words('answer.papers', { procedure: name })),
    ],
  },
  'le-phi': {
    facts: (release, at) => [...feeFacts(release, at), ...statementFacts(release, at, 'exemptions')],
    blocks: (parts, { turn, name, at }) => {
      const fee = parts.fee();
      // What is paid on request only does not make the fee depend on anything.
      const own = feeFacts(turn.release, at).filter(({ extra }) => !extra);
      const free = parts.statements('exemptions');
      const { words } = turn.voice;
      return [
        text(words(own.length > 1 ? 'answer.fee-depends' : 'answer.fee', { procedure: name })),
        ...factLines(fee),
        ...(free.length === 0 ? [] : [lines(words('answer.exemptions'), free)]),
      ];
    },
  },
  'thoi-han': {
    facts: (release, at) => timeFacts(release, at),
    blocks: (parts, { turn, name }) => [
      text(turn.voice.words('answer.time', { procedure: name })),
      ...factLines(parts.time()),
    ],
  },
  'noi-nop': {
    facts: place,
    blocks: (parts, { turn, name }) => [
      text(turn.voice.words('answer.place', { procedure: name })),
      ...factLines(parts.place()),
    ],
  },
  'cach-nop-online': {
    facts: place,
    blocks: (parts, { turn, procedure }) => [
      text(
        turn.voice.words('offer.intro', {
          name: turn.voice.text(procedure.name),
          leadsTo: turn.voice.text(procedure.leadsTo),
        }),
      ),
      ...factLines(parts.place().filter(({ id }) => id === 'online')),
    ],
  },
  'dieu-kien': {
    facts: (release, at) => statementFacts(release, at, 'conditions'),
    blocks: statements('conditions', 'answer.conditions', 'answer.conditions-unknown'),
  },
  'nguoi-khac-nop-ho': {
    facts: (release, at) => statementFacts(release, at, 'on-behalf'),
    blocks: statements('on-behalf', 'answer.on-behalf', 'answer.on-behalf-unknown'),
  },
  'ket-qua': {
    facts: (release, at) => statementFacts(release, at, 'result'),
    blocks: statements('result', 'answer.result', 'answer.result-unknown'),
  },
  'trang-thai': {
    facts: () => [],
    blocks: (_parts, { turn }) => [text(turn.voice.words('answer.status'))],
  },
  'loi-su-co': {
    facts: () => [],
    blocks: (_parts, { turn }) => [text(turn.voice.words('trouble.ask'))],
  },
  khac: {
    facts: () => [],
    blocks: (_parts, { turn, procedure }) => [
      text(
        turn.voice.words('offer.intro', {
          name: turn.voice.text(procedure.name),
          leadsTo: turn.voice.text(procedure.leadsTo),
        }),
      ),
    ],
  },
};

/**
 * The answer to one aspect for her case, with its sources. `short`: where much is open, what holds for all, and a
 * question. It follows from release, language, case and the two units alone (`kept-answers.ts` rests on that).
 */
export function composeAspect(
  turn: Turn,
  procedure: Procedure,
  aspect: Aspect,
  short: boolean = false,
): Composed {
  const row = answers[aspect];
  const at = caseOf(turn, procedure.id);
  const facts = row.facts(turn.release, at);
  const cut = short ? cutDown(turn, procedure, aspect, at) : null;
  if (cut !== null) return cut;
  const asked = { turn, procedure, name: turn.voice.text(procedure.short), at };
  return {
    asks: null,
    blocks: [...row.blocks(answerParts(turn, procedure.id), asked), ...sourceBlocks(turn.voice, facts)],
    facts: facts.map(lockKey),
  };
}
