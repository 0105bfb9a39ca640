import { localDate, type LocalDate } from '#root/clock.ts';
import type { Release } from '#knowledge/release.ts';
import type { Aspect, Outcome, UnitCode } from '#knowledge/schema/ids.ts';
import type { Choice, Reply } from '#replies/reply.ts';
import { voiceOf, type Voice } from '#replies/wording.ts';
import type { Carried, DecideInput, Effect, Event, TurnContext, TurnRecord } from '#turns/ports.ts';
import type { Understanding } from '#understanding/types.ts';
import type { State, Walkthrough } from './state.ts';

/** One turn as every room sees it. Immutable: a room that changes the state hands on a new turn. */
export interface Turn {
  readonly state: State;
  readonly event: Event;
  readonly understanding: Understanding | null;
  readonly context: TurnContext;
  readonly release: Release;
  readonly today: LocalDate;
  readonly voice: Voice;
  readonly newId: () => string;
  /** Present where her message is a code to go on elsewhere. */
  readonly carried?: Carried;
}

/** What a room answers. The record is filled up from the understanding where it leaves things out. */
export interface Told {
  readonly state: State;
  readonly replies: readonly Reply[];
  readonly effects?: readonly Effect[];
  readonly record: Partial<TurnRecord> & { readonly outcome: Outcome };
}

export type Handler = (turn: Turn) => Told;

export function openTurn(input: DecideInput, state: State, newId: (now: number) => string): Turn {
  const { context, release } = input;
  return {
    state,
    event: input.event,
    understanding: input.understanding,
    context,
    release,
    today: localDate(context.now),
    voice: voiceOf(release.wording, context.lang),
    newId: () => newId(context.now),
    ...(input.carried === undefined ? {} : { carried: input.carried }),
  };
}

export function withState(turn: Turn, patch: Partial<State>): Turn {
  return { ...turn, state: { ...turn.state, ...patch } };
}

export function activeWalk(state: State): Walkthrough | null {
  return state.walkthroughs.find(({ id }) => id === state.active) ?? null;
}

export function walkOf(state: State, procedure: string): Walkthrough | null {
  return state.walkthroughs.find((walk) => walk.procedure === procedure) ?? null;
}

/** Open: something was begun that she can go on with. */
export const isOpen = ({ mode }: Walkthrough): boolean => mode === 'papers' || mode === 'steps';

/** Where she files: what she named, else the unit whose page or account she writes to. */
export function unitOf(turn: Turn, walk: Walkthrough | null = activeWalk(turn.state)): UnitCode | null {
  const known = walk?.unit ?? turn.state.unit ?? turn.context.homeUnit;
  return known !== null && turn.release.units.has(known) ? known : null;
}

export function textReply(text: string, choices: readonly Choice[] = []): Reply {
  return { blocks: [{ kind: 'text', text }], choices: [...choices], facts: [] };
}

/** Words of the event, also those beside a photo. */
export function textOf(event: Event): string {
  return event.kind === 'text' || event.kind === 'attachment' ? event.text : '';
}

export const recordOf = (
  outcome: Outcome,
  topic: string | null,
  aspect: Aspect | null = null,
): Told['record'] => ({ outcome, topic, aspect });
