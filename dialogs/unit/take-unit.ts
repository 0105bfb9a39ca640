import type { UnitCode } from '#knowledge/schema/ids.ts';
import { unitName } from '#replies/compose/who.ts';
import type { UnitMention } from '#understanding/types.ts';
import { activeWalk, recordOf, textReply, withState, isOpen, type Told, type Turn } from '../turn.ts';
import { toldGoingOn } from '../walkthrough/continue.ts';
import { patchActive } from '../walkthrough/walks.ts';
import { menuChoices } from '../start/menu.ts';
import { answerTopic } from '../answer/answer-topic.ts';
import { askAmong, askTrap } from './ask-unit.ts';

/** Remembers where she files and goes on with what she wanted. */
export function takeUnit(turn: Turn, code: UnitCode): Told {
  const unit = turn.release.units.get(code);
  if (unit === undefined) return { ...unknownUnit(turn) };
  const { pending } = turn.state;
  const next = rememberUnit(turn, code);
  const lead = turn.voice.words('unit.noted', { unit: unitName(turn.voice, turn.release, unit) });
  if (pending?.kind === 'unit' && pending.topic !== null) {
    const told = answerTopic(next, pending.topic, pending.aspect);
    if (told !== null) return { ...told, replies: [textReply(lead), ...told.replies] };
  }
  const active = activeWalk(next.state);
  if (active !== null && isOpen(active)) return toldGoingOn(next, [], { lead });
  return {
    state: next.state,
    replies: [textReply(`${lead} ${turn.voice.words('menu.ask')}`, menuChoices(next))],
    record: recordOf('answer', turn.state.topic, 'noi-nop'),
  };
}

export function rememberUnit(turn: Turn, code: UnitCode): Turn {
  return withState(patchActive(turn, { unit: code }), {
    unit: code,
    unitDeclined: false,
    pending: null,
    misunderstood: 0,
  });
}

/** "Em chưa biết": the steps then speak of "phường/xã nơi anh/chị ở". */
export function skipUnit(turn: Turn): Told {
  const next = withState(turn, { unitDeclined: true, pending: null });
  return activeWalk(next.state) === null
    ? {
        state: next.state,
        replies: [textReply(turn.voice.words('menu.ask'), menuChoices(next))],
        record: recordOf('smalltalk', null),
      }
    : toldGoingOn(next, [], { lead: turn.voice.words('unit.skipped') });
}

/**
 * Units named in a message. `ask`: a trap or a name with several answers, to be asked before anything else;
 * `known`: one unit, remembered.
 */
export function readUnits(
  turn: Turn,
  mentions: readonly UnitMention[],
  wanted: { topic: string | null; aspect: string | null },
):
  | { readonly kind: 'none' }
  | { readonly kind: 'ask'; readonly told: Told }
  | { readonly kind: 'known'; readonly code: UnitCode } {
  const trapped = mentions.find(({ trap }) => trap !== null);
  const trap = turn.release.traps.find(({ id }) => id === trapped?.trap);
  if (trap !== undefined) return { kind: 'ask', told: asTold(askTrap(turn, trap, wanted)) };
  const known = [...new Set(mentions.map(({ unit }) => unit))].filter((code) => turn.release.units.has(code));
  const [only, ...more] = known;
  if (only === undefined) return { kind: 'none' };
  if (more.length > 0)
    return { kind: 'ask', told: asTold(askAmong(turn, known, mentions[0]?.said ?? '', wanted)) };
  return { kind: 'known', code: only };
}

export function unknownUnit(turn: Turn): Told {
  return {
    state: turn.state,
    replies: [textReply(turn.voice.words('unit.not-found'))],
    record: recordOf('clarify', turn.state.topic, 'noi-nop'),
  };
}

const asTold = ({ turn, reply }: ReturnType<typeof askTrap>): Told => ({
  state: turn.state,
  replies: [reply],
  record: recordOf('clarify', turn.state.topic, 'noi-nop'),
});
