import { newId } from '../../src/ids.ts';
import type { Database } from '#store/database.ts';
import { T0 } from './a-question.ts';

export interface LoggedLine {
  readonly person: string;
  readonly text: string | null;
  readonly unit?: string | null;
  readonly outcome?: string;
  readonly topic?: string | null;
  readonly aspect?: string | null;
  readonly at?: number;
}

let made = 0;

/** Writes a question of a resident as the turn's commit would; her conversation with it. Gives both ids. */
export async function logged(
  { db }: Database,
  { person, text, unit = '25326', outcome = 'unclear', topic = null, aspect = null, at }: LoggedLine,
): Promise<{ readonly turn: string; readonly conversation: string }> {
  made += 1;
  const when = at ?? T0 + made * 1000;
  const conversation = `talk-${person}-${unit ?? 'city'}`;
  await db
    .insertInto('conversation')
    .values({
      id: conversation,
      channel: 'portal',
      account: unit ?? 'city',
      person_hash: `hash-of-${person}`,
      person_sealed: 'sealed',
      home_unit: unit,
      lang: 'vi',
      owner: 'bot',
      lease_until: 0,
      fence: 0,
      next_seq: 1,
      last_at: when,
      last_in_at: when,
      created_at: when,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const turn = newId(when);
  await db
    .insertInto('question')
    .values({
      turn,
      conversation,
      unit,
      channel: 'portal',
      outcome,
      topic,
      aspect,
      p: 0.4,
      alternatives: '[]',
      release: 'r',
      text,
      at: when,
    })
    .execute();
  return { turn, conversation };
}

export async function rated(
  { db }: Database,
  conversation: string,
  about: string,
  { helped = false, at = T0 + 3_600_000 }: { readonly helped?: boolean; readonly at?: number } = {},
): Promise<string> {
  const id = newId(at);
  await db
    .insertInto('feedback')
    .values({ id, conversation, helped: helped ? 1 : 0, about, at })
    .execute();
  return id;
}
