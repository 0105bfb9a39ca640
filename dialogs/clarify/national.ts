import type { Choice } from '#replies/reply.ts';
import type { NationalHit } from '#understanding/types.ts';
import { choiceId } from '../choices/ids.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { recordOf, withState, type Told, type Turn } from '../turn.ts';
import { offer } from '../offer/offer.ts';
import { people } from '../handover/handover.ts';
import { menuChoices } from '../start/menu.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { HARDLY, isBeside } from './clarify.ts';
import { topicName } from './topic-name.ts';

/** Share of her words that the name of one of our procedures must explain, and of the name that she said. */
const EXPLAINS = 0.9;
const COVERS = 0.8;
/** Official names run to four hundred letters: nobody reads more of one than this. */
const LONGEST = 160;

/**
 * A procedure named as the national list names it. One of ours is offered. One that we do not cover is done here without
 * guidance, done elsewhere, or not known where; what of ours sounds like it stays one tap away. null: none is meant.
 */
export function national(turn: Turn): Told | null {
  const { understanding } = turn;
  const hit = understanding?.national[0];
  if (understanding === null || hit === undefined) return null;
  if (hit.kind !== 'covered')
    return understanding.nationalFirst === true ? uncovered(turn, hit, hit.kind) : null;
  if (hit.procedure === null || hit.explains < EXPLAINS || hit.covers < COVERS) return null;
  const procedure = procedureOf(turn, hit.procedure);
  return procedure === undefined ? null : offer(turn, procedure);
}

function uncovered(turn: Turn, hit: NationalHit, kind: Exclude<NationalHit['kind'], 'covered'>): Told {
  const { words } = turn.voice;
  const here = currentChoices(turn);
  const [name, body] = [short(hit.name), short(hit.body)];
  const text =
    kind === 'elsewhere' ? words('national.elsewhere', { name, body }) : words(`national.${kind}`, { name });
  return {
    state: withState(turn, { misunderstood: 0 }).state,
    replies: [
      {
        blocks: [{ kind: 'text', text }, ...people(turn)],
        choices: [...alike(turn), ...(here.length > 0 ? here : menuChoices(turn))],
        facts: [],
      },
    ],
    record: recordOf(kind === 'elsewhere' ? 'redirect' : 'handover', null),
  };
}

/** The topic of ours that she may have meant after all. */
function alike(turn: Turn): Choice[] {
  const [best] = turn.understanding?.candidates ?? [];
  if (best === undefined || best.p < HARDLY || isBeside(turn, best.topic)) return [];
  const title = topicName(turn, best.topic);
  return title === null ? [] : [{ id: choiceId('topic', best.topic), title, style: 'quiet' }];
}

const short = (name: string): string =>
  name.length <= LONGEST ? name : `${name.slice(0, name.lastIndexOf(' ', LONGEST))} …`;
