import { timeFacts } from '#knowledge/facts/time.ts';
import type { Release } from '#knowledge/release.ts';
import type { DossierState, StatesFile } from '#knowledge/schema/states.ts';
import { lockKey } from '#replies/compose/fact-item.ts';
import { day } from '#replies/compose/format.ts';
import { timeValue } from '#replies/compose/time.ts';
import { anyQuestion, contactBlocks, whoClause } from '#replies/compose/who.ts';
import type { Block } from '#replies/reply.ts';
import { likelyTrouble } from '../trouble/likely-trouble.ts';
import { menuChoices } from '../start/menu.ts';
import { activeWalk, recordOf, textOf, unitOf, withState, type Told, type Turn } from '../turn.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { caseOf, procedureOf } from '../walkthrough/walks.ts';
import { fold } from '../words/fold.ts';
import { hear } from '../words/heard.ts';
import { find, isHeard } from '../words/find.ts';
import { together } from '../words/likely.ts';
import { patterns, type Pattern } from '../words/pattern.ts';

/** A state named alone needs no question around it. */
const ALONE = 4;

/** "Hồ sơ báo yêu cầu bổ sung là sao": what a state means, what to do, how long it may stay. null: none is asked about. */
export function dossierState(turn: Turn): Told | null {
  const { states } = turn.release;
  if (states === null || turn.state.pending?.kind === 'question') return null;
  const text = textOf(turn.event);
  const state = stateIn(turn.release, text);
  if (state === null) return CODE.test(text) ? aboutCode(turn) : null;
  const words = hear(text);
  const heard = (list: readonly string[]): boolean => isHeard(patterns(list, states.groups), words);
  if (words.length > ALONE && !heard(states.asks) && !heard(states.meaning)) return null;
  // What goes wrong has an entry of its own, with things to try; what a word means is told here.
  const trouble = likelyTrouble(turn) !== null || isPrinted(turn.release, state);
  if (trouble && !heard(states.meaning)) return null;
  return told(turn, state, states.asOf);
}

/** A dossier code, as public.ts of privacy leaves it readable. */
const CODE = /(?<![a-z\d])(?:\d{3}\.\d{2}\.\d{2}\.)?[a-z]\d{2}(?:\.\d{1,4}){0,4}-\d{6}-\d{3,6}(?!\d)/i;

/** She gives her code: nobody here can look it up, and nobody needs it. */
function aboutCode(turn: Turn): Told {
  const { voice, release } = turn;
  const blocks: Block[] = [
    { kind: 'text', text: voice.words('state.where-code') },
    ...contactBlocks(voice, release, unitOf(turn), anyQuestion(release)),
  ];
  const here = currentChoices(turn);
  return {
    state: withState(turn, { misunderstood: 0 }).state,
    replies: [{ blocks, choices: here.length > 0 ? here : menuChoices(turn), facts: [] }],
    record: recordOf('answer', 'tra-cuu-ho-so', 'trang-thai'),
  };
}

/** A trouble has just these words as its message on the screen. */
const isPrinted = ({ troubles }: Release, { name }: DossierState): boolean =>
  [...troubles.values()].some(({ messages }) => messages.some((message) => fold(message) === fold(name)));

/** The state that words name, as the screen prints it or as residents say it; the more particular first. */
export function stateIn({ states }: Release, text: string): DossierState | null {
  if (states === null) return null;
  const words = hear(text);
  const { named, likelyIn } = opened(states);
  const likely = likelyIn(words);
  const heard = named.find(({ says }) => likely(says).some((one) => find(one, words) !== null));
  return heard?.state ?? null;
}

interface Opened {
  readonly named: readonly { readonly state: DossierState; readonly says: readonly Pattern[] }[];
  readonly likelyIn: ReturnType<typeof together>;
}

const kept = new WeakMap<StatesFile, Opened>();

/** What each state is called, its name on the screen first: read once a release. */
function opened(states: StatesFile): Opened {
  const before = kept.get(states);
  if (before !== undefined) return before;
  const named = states.states.map((state) => {
    return { state, says: patterns([plain(state.name), ...state.says], states.groups) };
  });
  const now = { named, likelyIn: together(named.map(({ says }) => says)) };
  kept.set(states, now);
  return now;
}

/** Brackets and quotes are no words. */
const plain = (name: string): string => name.replaceAll(/[^\p{L}\p{N} ]/gu, '');

function told(turn: Turn, state: DossierState, asOf: string): Told {
  const { voice, release } = turn;
  const time = state.leads === 'time' ? timeLines(turn) : { lines: [], facts: [] };
  const lasts =
    state.lasts !== undefined
      ? [voice.words('state.lasts', { lasts: voice.text(state.lasts) })]
      : time.lines.length > 0
        ? time.lines
        : [voice.words(state.leads === 'time' ? 'state.time-named' : 'state.lasts-unknown')];
  const returned = state.leads === 'returned';
  const blocks: Block[] = [
    {
      kind: 'text',
      text: [
        voice.words('state.means', { name: state.name, means: voice.text(state.means) }),
        voice.words('state.todo', { todo: voice.text(state.todo) }),
        ...lasts,
      ].join('\n'),
    },
    { kind: 'text', text: voice.words(returned ? 'state.paste-reason' : 'state.where-code') },
    ...contactBlocks(voice, release, unitOf(turn), state.whoHelps),
    ...cited(turn, state, asOf),
  ];
  const here = currentChoices(turn);
  const next = withState(turn, {
    misunderstood: 0,
    pending: returned ? { kind: 'return-reason' } : turn.state.pending,
  });
  return {
    state: next.state,
    replies: [
      {
        blocks,
        choices: here.length > 0 ? here : menuChoices(turn),
        facts: [`*/state/${state.id}`, ...time.facts],
      },
    ],
    record: recordOf('answer', state.topic, 'trang-thai'),
  };
}

function cited({ voice, release }: Turn, { source }: DossierState, asOf: string): Block[] {
  const items = source.flatMap((id) => {
    const found = release.states?.sources[id];
    return found === undefined
      ? []
      : [found.url === undefined ? { title: found.title } : { title: found.title, url: found.url }];
  });
  return [{ kind: 'sources', items, asOf: voice.words('sources.as-of', { date: day(asOf) }), weak: false }];
}

/** How long her own procedure takes, where it is known which. */
function timeLines(turn: Turn): { lines: string[]; facts: string[] } {
  const { voice, release } = turn;
  const id = activeWalk(turn.state)?.procedure ?? turn.state.topic;
  const procedure = id === null ? undefined : procedureOf(turn, id);
  if (procedure === undefined) return { lines: [], facts: [] };
  const facts = timeFacts(release, caseOf(turn, procedure.id));
  const who = (ids: readonly string[]): string =>
    whoClause(voice, release, unitOf(turn), ids.length > 0 ? ids : anyQuestion(release));
  const lines = facts.map((fact) =>
    voice.words('state.time', {
      procedure:
        fact.label === null || facts.length === 1 ? voice.text(procedure.short) : voice.text(fact.label),
      time: timeValue(voice, fact, who),
    }),
  );
  return { lines, facts: facts.map(lockKey) };
}
