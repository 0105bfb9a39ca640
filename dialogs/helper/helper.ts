import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Reply } from '#replies/reply.ts';
import { offer, offered, twoWays } from '../offer/offer.ts';
import { resay } from '../routes/resay.ts';
import { menuChoices } from '../start/menu.ts';
import type { Helping } from '../state.ts';
import { activeWalk, isOpen, recordOf, textOf, textReply, withState, type Told, type Turn } from '../turn.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { isCue } from '../words/cues.ts';
import { helperAccount, helperCard, helperChoices } from './card.ts';
import { presetCase } from './presets.ts';
import { whomHelped } from './whom.ts';

/** A trouble that is the same matter: the card says more. */
const SAME_MATTER = 'trouble:nop-ho-nguoi-khac';

/**
 * "Tôi làm giúp mẹ tôi", at any time: remembered and told what that means, then whatever else the message says.
 * `read` reads the rest of it; null: it says nothing else.
 */
export function helper(turn: Turn, named: string | null, read: (turn: Turn) => Told | null): Told | null {
  if (turn.event.kind !== 'text') return null;
  const said = textOf(turn.event);
  const { helping } = turn.state;
  const { words } = turn.voice;
  if (helping !== null) {
    if (isCue(turn.voice, said, words('cue.helper-off'))) return changeHelper(turn, 'off');
    if (isCue(turn.voice, said, words('cue.helper-mine'))) return changeHelper(turn, 'mine');
    if (isCue(turn.voice, said, words('cue.helper-theirs', { person: helping.person })))
      return changeHelper(turn, 'theirs');
    if (isCue(turn.voice, said, words('cue.helper-whom'))) return changeHelper(turn, 'show');
  }
  const whom = whomHelped(turn.voice, said);
  if (whom === null) return null;
  const now: Helping = { ...whom, account: helping?.account ?? 'theirs' };
  // Said once more ("đăng ký tạm trú giúp mẹ"): nothing new, the rest of the message counts.
  if (helping?.person === now.person && named !== null && named !== SAME_MATTER) return null;
  const next = withState(turn, { helping: now });
  const rest = named === SAME_MATTER ? null : read(next);
  return tell(next, helping, words('helper.told', { person: now.person }), named, rest);
}

/** A button of the card, or its words. null: nobody is helped. */
export function changeHelper(turn: Turn, what: string): Told | null {
  const { helping } = turn.state;
  const { words } = turn.voice;
  if (helping === null) return null;
  if (what === 'off') {
    const next = withState(turn, { helping: null });
    const procedure = procedureNow(next, null);
    const undone = procedure === null ? next : presetCase(next, procedure, helping).turn;
    const reply = resay(undone, words('helper.off-noted')) ?? onlyText(undone, words('helper.off-noted'));
    return { state: undone.state, replies: [reply], record: recordOf('answer', turn.state.topic) };
  }
  if (what === 'show')
    return tell(turn, helping, words('helper.still', { person: helping.person }), null, null);
  if (what !== 'mine' && what !== 'theirs') return null;
  const next = withState(turn, { helping: { ...helping, account: what } });
  return tell(next, helping, words('helper.account-noted'), null, null);
}

const onlyText = (turn: Turn, text: string): Reply => textReply(text, menuChoices(turn));

function tell(
  turn: Turn,
  before: Helping | null,
  lead: string,
  named: string | null,
  rest: Told | null,
): Told {
  const { helping } = turn.state;
  if (helping === null) return rest ?? base(turn, named);
  // What else she said comes first: it may open the procedure that the card is about.
  const read = rest === null ? turn : { ...turn, state: rest.state };
  const procedure = procedureNow(read, named);
  const preset = procedure === null ? { turn: read, answered: [] } : presetCase(read, procedure, before);
  const told = rest === null ? base(preset.turn, named) : { ...rest, state: preset.turn.state };
  const settled = { ...turn, state: told.state };
  // An offer names who may do it, and what that answers, by itself.
  const offers = told.record.outcome === 'offer';
  const card = offers
    ? { blocks: helperAccount(settled, helping, lead, procedure, preset.answered), facts: [] }
    : helperCard(settled, helping, lead, procedure, preset.answered);
  const first: Reply = { blocks: [...card.blocks], choices: [], facts: [...card.facts] };
  const last = told.replies.at(-1);
  const choices = [...(last?.choices ?? menuChoices(turn)), ...helperChoices(turn, helping)];
  const replies =
    last === undefined
      ? [{ ...first, choices }]
      : [first, ...told.replies.slice(0, -1), { ...last, choices }];
  return { ...told, replies };
}

/** Where nothing else is said: her place, or the procedure spoken of, or what she needs. */
function base(turn: Turn, named: string | null): Told {
  const here = resay(turn);
  if (here !== null)
    return { state: turn.state, replies: [here], record: recordOf('answer', activeTopic(turn)) };
  const procedure = procedureNow(turn, named);
  if (procedure !== null && activeWalk(turn.state)?.procedure === procedure.id) {
    // Offered already: only the two ways once more.
    const ways = textReply(turn.voice.words('offer.two-ways'), twoWays(turn, procedure.id));
    const next = offered(turn, procedure.id);
    return { state: next.state, replies: [ways], record: recordOf('offer', procedure.id) };
  }
  if (procedure !== null) return offer(turn, procedure);
  const reply = textReply(turn.voice.words('menu.ask'), menuChoices(turn));
  return { state: turn.state, replies: [reply], record: recordOf('answer', named) };
}

const activeTopic = ({ state }: Turn): string | null => activeWalk(state)?.procedure ?? state.topic;

function procedureNow(turn: Turn, named: string | null): Procedure | null {
  const active = activeWalk(turn.state);
  const ids = [active !== null && isOpen(active) ? active.procedure : null, named, turn.state.topic];
  for (const id of ids) {
    const procedure = id === null ? undefined : procedureOf(turn, id);
    if (procedure !== undefined) return procedure;
  }
  return null;
}
