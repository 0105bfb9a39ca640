import type { Text } from '#knowledge/schema/text.ts';
import type { Block, Choice } from '#replies/reply.ts';
import { anyQuestion, contactBlocks } from '#replies/compose/who.ts';
import { fill } from '#replies/wording.ts';
import { choiceId } from '../choices/ids.ts';
import { menuChoices } from '../start/menu.ts';
import { recordOf, textOf, unitOf, withState, type Told, type Turn } from '../turn.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { hear } from '../words/heard.ts';
import { isHeard } from '../words/find.ts';
import { patterns } from '../words/pattern.ts';
import { soundOf } from './alarm.ts';
import { hostsIn } from './hosts.ts';

/**
 * Danger comes before everything else, in whatever she was at: a life, a beaten child, despair, fraud, a link that is
 * not the state's. Her words decide; the matcher is heard where they say nothing. null: nothing of the kind.
 */
export function safety(turn: Turn): Told | null {
  if (answersBriefly(turn)) return null;
  const { alarm, harmless } = soundOf(turn.release, textOf(turn.event));
  if (alarm !== null) return warn(turn, alarm.topic, alarm.answer, alarm.whoHelps, `*/safety/${alarm.id}`);
  return link(turn) ?? (harmless ? null : guessed(turn));
}

/** A question about her case was asked, and these few words are one of its answers ("chết đuối"). */
const BRIEF = 4;
const answersBriefly = ({ understanding, state, event }: Turn): boolean =>
  understanding?.option != null &&
  state.pending?.kind === 'question' &&
  textOf(event).trim().split(/\s+/u).length <= BRIEF;

/** What only sounds like danger is no danger for the matcher either: its guess of one is dropped. */
export function withoutFalseAlarm(turn: Turn): Turn {
  const { understanding } = turn;
  if (understanding?.outcome !== 'safety' || !soundOf(turn.release, textOf(turn.event)).harmless) return turn;
  const candidates = understanding.candidates.filter(({ topic }) => !isDanger(turn, topic));
  return {
    ...turn,
    understanding: {
      ...understanding,
      candidates,
      outcome: candidates.length === 0 ? 'unclear' : 'clarify',
      confidence: candidates.length === 0 ? 'unknown' : 'unsure',
    },
  };
}

/** Not a danger to life. */
const FRAUD = 'lua-dao-otp';

const isDanger = ({ release }: Turn, topic: string): boolean =>
  topic === 'trouble:lua-dao' || release.topics.get(topic)?.outcome === 'safety';

/** A link in the message: its host is looked at. The state's own, named in passing, is nothing to speak of. */
function link(turn: Turn): Told | null {
  const links = turn.release.safety?.links;
  if (links === undefined) return null;
  const text = textOf(turn.event);
  const hosts = hostsIn(text, links);
  if (hosts.length === 0) return null;
  const words = hear(text, turn.release.safety?.short);
  const asks =
    isHeard(patterns(links.asks, turn.release.safety?.groups), words) ||
    text.trim().split(/\s+/u).length === 1;
  const strange = hosts.find(({ kind }) => kind === 'other') ?? (asks ? hosts.find(isNotOurs) : undefined);
  const source = '*/safety/link';
  if (strange !== undefined)
    return warn(turn, FRAUD, filled(turn, links.notOfficial, strange.host), ['ward-police'], source);
  const own = asks ? hosts[0] : undefined;
  return own === undefined ? null : warn(turn, FRAUD, filled(turn, links.isOfficial, own.host), [], source);
}

const isNotOurs = ({ kind }: { kind: string }): boolean => kind !== 'official';

/** Dots of a host are kept from becoming a link that can be tapped. */
const filled = (turn: Turn, text: Text, host: string): string =>
  fill(turn.voice.text(text), { host: host.slice(0, 80) });

/** The matcher takes it for a danger. */
function guessed(turn: Turn): Told | null {
  const { understanding, release, voice } = turn;
  if (understanding?.outcome !== 'safety' || understanding.confidence === 'unknown') return null;
  const id = understanding.candidates[0]?.topic ?? null;
  const topic = id === null ? undefined : release.topics.get(id);
  const alarm = release.safety?.alarms.findLast((one) => one.topic === (topic?.id ?? 'lua-dao-otp'));
  const words = topic?.answer ?? alarm?.answer ?? voice.words('safety.warn');
  const who = topic?.whoHelps ?? alarm?.whoHelps ?? ['ward-police', ...anyQuestion(release).slice(1)];
  return warn(turn, id, words, who);
}

function warn(turn: Turn, topic: string | null, words: Text, who: readonly string[], fact?: string): Told {
  const { voice, release } = turn;
  const blocks: Block[] = [
    { kind: 'text', text: voice.text(words) },
    ...contactBlocks(voice, release, unitOf(turn), who),
  ];
  const here = currentChoices(turn);
  // Who is in danger is not offered papers.
  const others: Choice[] =
    topic === FRAUD
      ? menuChoices(turn)
      : [{ id: choiceId('staff'), title: voice.words('choice.staff'), style: 'quiet' }];
  const choices = [...alsoNamed(turn), ...(here.length > 0 ? here : others)];
  return {
    state: withState(turn, { misunderstood: 0 }).state,
    replies: [{ blocks, choices, facts: fact === undefined || fact.endsWith('/link') ? [] : [fact] }],
    record: recordOf('safety', topic),
  };
}

/** A paper that she names beside the danger stays one tap away. */
function alsoNamed(turn: Turn): Choice[] {
  const best =
    turn.understanding?.confidence === 'sure' ? turn.understanding.candidates[0]?.topic : undefined;
  const procedure = best === undefined ? undefined : procedureOf(turn, best);
  if (procedure === undefined || currentChoices(turn).some(({ id }) => id.endsWith(`:${procedure.id}`)))
    return [];
  return [
    {
      id: choiceId('topic', procedure.id),
      title: turn.voice.words('choice.also', { topic: turn.voice.text(procedure.short) }),
      style: 'quiet',
    },
  ];
}
