import type { StatementFact } from '#knowledge/facts/fact.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { ReturnReason } from '#knowledge/schema/states.ts';
import { lockKey } from '#replies/compose/fact-item.ts';
import { contactBlocks } from '#replies/compose/who.ts';
import type { Block } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { people } from '../handover/handover.ts';
import { sureTopic } from '../routes/meaning.ts';
import { menuChoices } from '../start/menu.ts';
import { likelyTrouble } from '../trouble/likely-trouble.ts';
import { stateIn } from '../states/states.ts';
import { activeWalk, recordOf, textOf, textReply, unitOf, withState, type Told, type Turn } from '../turn.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { asksSomething } from '../words/asks.ts';
import { hear } from '../words/heard.ts';
import { isHeard } from '../words/find.ts';
import { patterns } from '../words/pattern.ts';
import { deadlineIn, generalReasons, ownReason } from './reasons.ts';

const TOPIC = 'bo-sung-ho-so';
/** Officers write sentences; fewer words are hers. */
const PASTED = 6;

/**
 * The officer's reason, pasted or told: in plain words, what to fix, where, until when. Nothing is generated: reasons
 * are recognised, and what is not recognised is told so. null: no reason is in the message.
 */
export function returned(turn: Turn): Told | null {
  const { returns } = turn.release;
  if (returns === null || turn.state.pending?.kind === 'question') return null;
  const text = textOf(turn.event);
  const heard = (list: readonly string[]): boolean => isHeard(patterns(list, returns.groups), hear(text));
  const waits = turn.state.pending?.kind === 'return-reason';
  const pasted = heard(returns.officerWrites) && hear(text).length >= PASTED && !asksSomething(turn);
  const came = heard(returns.cameBack);
  if (!waits && (heard(returns.noReason) || (!pasted && (!came || elsewhere(turn))))) return null;
  const general = generalReasons(turn.release, text);
  const procedure = procedureMeant(turn);
  const own = procedure === null ? null : ownReason(turn, procedure.id, text);
  if (general.length > 0 || own !== null) return told(turn, { text, general, own, procedure });
  if (!waits || saysElse(turn, text)) return null;
  return unknown(turn, text);
}

/** Her dossier came back, and she says not why: asked for the reason. null: nothing of the kind, or no reason was given. */
export function cameBack(turn: Turn): Told | null {
  const { returns } = turn.release;
  if (returns === null || turn.state.pending?.kind === 'question') return null;
  const words = hear(textOf(turn.event));
  const heard = (list: readonly string[]): boolean => isHeard(patterns(list, returns.groups), words);
  if (!heard(returns.cameBack) || heard(returns.noReason) || elsewhere(turn)) return null;
  const next = withState(turn, { misunderstood: 0, pending: { kind: 'return-reason' } });
  const here = currentChoices(turn);
  const choices = here.length > 0 ? here : [staff(turn)];
  const text = `${turn.voice.words('returned.ask')}\n${turn.voice.words('returned.where-to-find')}`;
  return {
    state: next.state,
    replies: [textReply(text, choices)],
    record: recordOf('answer', TOPIC, 'loi-su-co'),
  };
}

/** Troubles that ask for the reason; every other one has its own things to try. */
const ASK: ReadonlySet<string> = new Set(['yeu-cau-bo-sung', 'tra-ve-khong-ly-do']);
const elsewhere = (turn: Turn): boolean => {
  const trouble = likelyTrouble(turn);
  // A deadline in it tells that the notice itself is spoken of.
  return trouble !== null && !ASK.has(trouble) && deadlineIn(textOf(turn.event)) === null;
};

const staff = ({ voice }: Turn) =>
  ({ id: choiceId('staff'), title: voice.words('choice.staff'), style: 'quiet' }) as const;

/** Asked for the reason she names a state, or asks something else surely. */
function saysElse(turn: Turn, text: string): boolean {
  return stateIn(turn.release, text) !== null || (sureTopic(turn) !== null && asksSomething(turn));
}

function procedureMeant(turn: Turn): Procedure | null {
  for (const id of [activeWalk(turn.state)?.procedure, turn.state.topic, sureTopic(turn)]) {
    const procedure = id == null ? undefined : procedureOf(turn, id);
    if (procedure !== undefined) return procedure;
  }
  return null;
}

interface Read {
  readonly text: string;
  readonly general: readonly ReturnReason[];
  readonly own: StatementFact | null;
  readonly procedure: Procedure | null;
}

function told(turn: Turn, read: Read): Told {
  const { voice, release } = turn;
  const { general, own, procedure } = read;
  const head = general.length > 1 ? [voice.words('returned.many', { count: general.length })] : [];
  const reasons = general.map((reason, at) => reasonLines(turn, reason, general.length > 1 ? at + 1 : null));
  const mine =
    own === null || procedure === null
      ? []
      : [
          [
            voice.words('returned.own', {
              procedure: voice.text(procedure.short),
              text: voice.text(own.text),
            }),
            ...(own.fix === null ? [] : [voice.words('returned.fix', { fix: voice.text(own.fix) })]),
          ].join('\n'),
        ];
  const who = [...new Set(general.flatMap(({ whoHelps }) => whoHelps))];
  const blocks: Block[] = [
    ...[...head, ...reasons, ...mine].map((text): Block => ({ kind: 'text', text })),
    { kind: 'text', text: whereAndWhen(turn, read.text) },
    { kind: 'text', text: voice.words('returned.unsure') },
    ...contactBlocks(voice, release, unitOf(turn), who.length > 0 ? who : ['ward']),
  ];
  const facts = [...general.map(({ id }) => `*/return/${id}`), ...(own === null ? [] : [lockKey(own)])];
  return answered(turn, blocks, facts, procedure);
}

function reasonLines({ voice }: Turn, { title, means, fixes }: ReturnReason, number: number | null): string {
  const name = voice.text(title);
  return [
    number === null
      ? voice.words('returned.one', { title: name })
      : voice.words('returned.numbered', { number, title: name }),
    voice.text(means),
    ...fixes.map((fix) => `• ${voice.text(fix)}`),
  ].join('\n');
}

/** Where it is sent, and the deadline as written in her text, else that the notice has it. */
function whereAndWhen({ voice, release }: Turn, text: string): string {
  const { returns } = release;
  if (returns === null) return '';
  const written = deadlineIn(text);
  return [
    voice.words('returned.where', { text: voice.text(returns.where) }),
    written === null
      ? voice.words('returned.when', { text: voice.text(returns.deadline) })
      : voice.words('returned.when-written', { text: written }),
  ].join('\n');
}

function unknown(turn: Turn, text: string): Told {
  const blocks: Block[] = [
    { kind: 'text', text: turn.voice.words('returned.unknown') },
    { kind: 'text', text: whereAndWhen(turn, text) },
    ...people(turn),
  ];
  return answered(turn, blocks, [], procedureMeant(turn));
}

function answered(turn: Turn, blocks: Block[], facts: string[], procedure: Procedure | null): Told {
  const here = currentChoices(turn);
  const papers =
    procedure === null
      ? []
      : [
          {
            id: choiceId('aspect', 'ho-so', procedure.id),
            title: turn.voice.words('choice.ask-papers'),
            style: 'normal',
          } as const,
        ];
  const choices = here.length > 0 ? here : [...papers, staff(turn), ...menuChoices(turn).slice(0, 1)];
  const pending = turn.state.pending?.kind === 'return-reason' ? null : turn.state.pending;
  return {
    state: withState(turn, { misunderstood: 0, pending }).state,
    replies: [{ blocks, choices, facts }],
    record: recordOf('answer', TOPIC, 'loi-su-co'),
  };
}
