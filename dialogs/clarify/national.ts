import type { NationalHit } from '#understanding/types.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { recordOf, withState, type Told, type Turn } from '../turn.ts';
import { offer } from '../offer/offer.ts';
import { people } from '../handover/handover.ts';
import { menuChoices } from '../start/menu.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';

/** Share of her words that an entry of the national list must explain before it is named. */
const EXPLAINS = 0.6;

/** A procedure that we do not cover: done here without guidance, done elsewhere, or not known where. null: no hit. */
export function national(turn: Turn): Told | null {
  const hit = turn.understanding?.national[0];
  if (hit === undefined || hit.explains < EXPLAINS || hit.kind === 'unknown') return null;
  if (hit.kind === 'covered') {
    const procedure = hit.procedure === null ? undefined : procedureOf(turn, hit.procedure);
    return procedure === undefined ? null : offer(turn, procedure);
  }
  return uncovered(turn, hit, hit.kind);
}

function uncovered(turn: Turn, hit: NationalHit, kind: 'here-not-yet' | 'elsewhere'): Told {
  const { words } = turn.voice;
  const here = currentChoices(turn);
  const text =
    kind === 'elsewhere'
      ? words('national.elsewhere', { name: hit.name, body: hit.body })
      : words('national.here-not-yet', { name: hit.name });
  return {
    state: withState(turn, { misunderstood: 0 }).state,
    replies: [
      {
        blocks: [{ kind: 'text', text }, ...people(turn)],
        choices: here.length > 0 ? here : menuChoices(turn),
        facts: [],
      },
    ],
    record: recordOf(kind === 'elsewhere' ? 'redirect' : 'handover', null),
  };
}
