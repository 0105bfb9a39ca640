import type { Decision, Effect, TurnRecord } from '#turns/ports.ts';
import type { Expectation } from '#understanding/types.ts';
import type { Block, Choice, Reply } from '#replies/reply.ts';
import type { Json } from '#root/json.ts';
import type { Outcome } from '#knowledge/schema/ids.ts';
import { readAspect } from './answer/answer-topic.ts';
import { readChoice } from './choices/ids.ts';
import { countedEffects } from './counted/counted.ts';
import { askFeedback } from './feedback/feedback.ts';
import { introduction } from './start/greeting.ts';
import type { State, Walkthrough } from './state.ts';
import { walkOf, type Told, type Turn } from './turn.ts';
import { storeState } from './upgrade.ts';
import { optionOf, procedureOf, questionOf } from './walkthrough/walks.ts';
import { ANY_LENGTH, kept, LINES } from './words/kept.ts';

/** Puts the last touches to what a room told: greeting, masking, news, what is expected next, what others must write. */
export function closeTurn(turn: Turn, before: State, answered: Told, news: string | null): Decision {
  const told = askFeedback(turn, answered);
  const leads = [...leadsOf(turn, told.state, news), ...changedWords(turn, told)];
  const replies = leadWith(told.replies, leads).map(eachOnce);
  const choices = replies.at(-1)?.choices ?? [];
  const state: State = {
    ...told.state,
    greeted: true,
    maskTold: told.state.maskTold || isMasked(turn),
    choices: choices.map(({ id }) => id),
  };
  return {
    state: storeState(state),
    replies,
    effects: [
      ...(told.effects ?? []),
      ...walkEffects(before, state),
      // A copy from elsewhere stood at its places already; they were counted there.
      ...(turn.carried?.kind === 'state' ? [] : countedEffects(before, state, told.effects ?? [])),
    ],
    expects: expectsOf(turn, state, choices),
    record: recordOf(turn, told),
  };
}

function leadsOf(turn: Turn, state: State, news: string | null): Block[] {
  const starts = turn.event.kind === 'start';
  return [
    ...(state.greeted || starts ? [] : introduction(turn).slice(0, 1)),
    ...(isMasked(turn) && !state.maskTold
      ? [{ kind: 'text', text: turn.voice.words('masked.note') } as const]
      : []),
    ...(news === null ? [] : [{ kind: 'text', text: news } as const]),
  ];
}

/** What a word of former days is called today, where the answer is about it. */
function changedWords({ understanding, voice, release }: Turn, { record }: Told): Block[] {
  if (record.outcome !== 'answer' && record.outcome !== 'offer') return [];
  return (understanding?.changed ?? []).slice(0, 1).flatMap((id): Block[] => {
    const text = release.wording.get(`changed.${id}`);
    return text === undefined ? [] : [{ kind: 'text', text: voice.text(text) }];
  });
}

const isMasked = ({ event }: Turn): boolean =>
  (event.kind === 'text' || event.kind === 'attachment') && event.masked.length > 0;

function leadWith(replies: readonly Reply[], leads: readonly Block[]): Reply[] {
  const [first, ...rest] = replies;
  return first === undefined ? [] : [{ ...first, blocks: [...leads, ...first.blocks] }, ...rest];
}

/** Two rooms may offer the same way on: it is shown once. */
function eachOnce(reply: Reply): Reply {
  const seen = new Set<string>();
  const choices = reply.choices.filter(({ id }) => !seen.has(id) && seen.add(id));
  return choices.length === reply.choices.length ? reply : { ...reply, choices };
}

/** Walk-throughs that this turn changed, for those who look across conversations. Mere offers are nothing yet. */
function walkEffects(before: State, after: State): Effect[] {
  const old = new Map(before.walkthroughs.map((walk) => [walk.id, walk]));
  const begun = ({ mode }: Walkthrough): boolean => mode !== 'offer';
  const now = after.walkthroughs.filter(begun).flatMap((walk): Effect[] => {
    const was = old.get(walk.id);
    const state = stateOf(walk, after);
    const same = was !== undefined && begun(was) && stateOf(was, before) === state && tellsSame(was, walk);
    return same ? [] : [effectOf(walk, state)];
  });
  const gone = before.walkthroughs
    .filter((walk) => begun(walk) && !after.walkthroughs.some(({ id }) => id === walk.id))
    .map((walk) => effectOf(walk, 'abandoned'));
  return [...now, ...gone];
}

type WalkState = Extract<Effect, { kind: 'walkthrough' }>['state'];

function stateOf(walk: Walkthrough, state: State): WalkState {
  if (walk.mode === 'finished') return 'finished';
  return walk.id === state.active ? 'active' : 'aside';
}

/** What others are told of a walk-through, its state apart. */
const tellsSame = (one: Walkthrough, other: Walkthrough): boolean =>
  one.procedure === other.procedure &&
  one.unit === other.unit &&
  one.release === other.release &&
  isEqual(one.answers, other.answers) &&
  isEqual(one.done, other.done);

/** Most turns hand on the very same. */
const isEqual = (one: Json, other: Json): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const effectOf = (walk: Walkthrough, state: WalkState): Effect => ({
  kind: 'walkthrough',
  id: walk.id,
  procedure: walk.procedure,
  targetUnit: walk.unit,
  answers: walk.answers,
  done: walk.done,
  state,
  release: walk.release,
});

function expectsOf(turn: Turn, state: State, choices: readonly Choice[]): Expectation | null {
  if (state.pending?.kind === 'unit' && state.pending.trap === null) return { kind: 'unit' };
  if (state.pending?.kind === 'return-reason') return { kind: 'return-reason' };
  if (choices.length === 0) return null;
  return {
    kind: 'option',
    options: choices.map(({ id, title }) => ({ id, label: title, says: saysOf(turn, state, id) })),
  };
}

/** What residents type for an answer of a question, beside its label. */
function saysOf(turn: Turn, state: State, id: string): readonly string[] {
  const tapped = readChoice(id);
  if (tapped?.verb === 'unit')
    return turn.release.traps.flatMap(({ options }) =>
      options.filter(({ unit }) => unit === tapped.args[0]).flatMap(({ says }) => says),
    );
  if (tapped?.verb === 'channel' && (tapped.args[0] === 'counter' || tapped.args[0] === 'online'))
    return parted(turn.voice.words(`cue.file-${tapped.args[0]}`));
  if (tapped?.verb === 'screen' && (tapped.args[0] === 'same' || tapped.args[0] === 'differs'))
    return parted(turn.voice.words(`cue.screen-${tapped.args[0]}`));
  if (tapped?.verb === 'forget' && (tapped.args[0] === 'yes' || tapped.args[0] === 'no'))
    return parted(turn.voice.words(`cue.forget-${tapped.args[0]}`));
  if (tapped?.verb === 'check') return parted(turn.voice.words('cue.check'));
  if (tapped?.verb !== 'q') return [];
  const [question = '', option = '', procedure = ''] = tapped.args;
  const known = procedureOf({ ...turn, state }, walkOf(state, procedure)?.procedure ?? procedure);
  return optionOf(questionOf(known, question), option)?.says ?? [];
}

const parted = kept((line): readonly string[] => line.split('|'), LINES, ANY_LENGTH);

function recordOf(turn: Turn, { record }: Told): TurnRecord {
  const candidates = turn.understanding?.candidates.filter(({ topic }) => topic !== 'none') ?? [];
  // The best guess also where none was acted on: it tells staff what a question may have been about.
  const topic = record.topic ?? candidates[0]?.topic ?? null;
  return {
    outcome: record.outcome,
    topic,
    aspect: record.aspect ?? guessedAspect(turn, record.outcome),
    p: record.p ?? candidates.find((candidate) => candidate.topic === topic)?.p ?? candidates[0]?.p ?? 0,
    alternatives:
      record.alternatives ??
      candidates
        .map((candidate) => candidate.topic)
        .filter((other) => other !== topic)
        .slice(0, 3),
  };
}

/** Likewise what was asked about it. Who picks an option, says a word of command or chats asks nothing. */
function guessedAspect({ understanding }: Turn, outcome: Outcome): TurnRecord['aspect'] {
  if (understanding === null || understanding.option !== null || understanding.command !== null) return null;
  return outcome === 'smalltalk' || outcome === 'refuse'
    ? null
    : readAspect(understanding.aspect ?? understanding.aspectGuess ?? null);
}
