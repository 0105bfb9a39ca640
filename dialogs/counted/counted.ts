import type { CountedEvent, Effect } from '#turns/ports.ts';
import type { State, Walkthrough } from '../state.ts';
import { activeWalk } from '../turn.ts';

/** The same step this often in a row: she is confused. */
const CONFUSED = 3;

/** Places that are no step: ids of steps hold no such sign. */
export const places = {
  begin: '@begin',
  papers: '@papers',
  /** Asked something that decides what comes next. */
  asked: '@asked',
  finished: '@finished',
  /** Given up for others. */
  gone: '@gone',
} as const;

/** Where a walk-through stands, for those who count. */
export function countedPlace(walk: Walkthrough | undefined): string {
  if (walk === undefined || walk.mode === 'offer') return places.begin;
  if (walk.mode === 'papers') return places.papers;
  if (walk.mode === 'finished') return places.finished;
  return walk.at === null || walk.done.includes(walk.at) ? places.asked : walk.at;
}

/** What a turn changed on her way, seen from its two ends. `effects`: what its room counted already. */
export function countedEffects(before: State, after: State, effects: readonly Effect[]): readonly Effect[] {
  return [...moves(before, after), ...heldUp(before, after, effects), ...troubles(before, after, effects)];
}

/** At the step in hand. */
export function countedHere(state: State, event: CountedEvent, detail = ''): Effect {
  const walk = activeWalk(state);
  return counted(event, walk?.procedure ?? '', walk?.mode === 'steps' ? (walk.at ?? '') : '', detail);
}

function moves(before: State, after: State): Effect[] {
  const old = new Map(before.walkthroughs.map((walk) => [walk.id, walk]));
  const kept = new Set(after.walkthroughs.map(({ id }) => id));
  const ways: (readonly [procedure: string, from: string, to: string])[] = [
    ...after.walkthroughs.map(
      (walk) => [walk.procedure, countedPlace(old.get(walk.id)), countedPlace(walk)] as const,
    ),
    ...before.walkthroughs
      .filter(({ id, mode }) => !kept.has(id) && mode !== 'offer')
      .map((walk) => [walk.procedure, countedPlace(walk), places.gone] as const),
  ];
  return ways
    .filter(([, from, to]) => from !== to)
    .map(([procedure, from, to]) => counted('move', procedure, from, to));
}

function heldUp(before: State, after: State, effects: readonly Effect[]): Effect[] {
  const walk = activeWalk(after);
  if (walk?.mode !== 'steps') return [];
  const was = before.walkthroughs.find(({ id }) => id === walk.id);
  const again = was?.at === walk.at ? was.repeats : 0;
  // A screen that differs is counted as that, and asks for troubles in the same breath.
  const screen = effects.some(({ kind }) => kind === 'screen');
  const picks = after.pending?.kind === 'trouble-pick' && before.pending?.kind !== 'trouble-pick';
  return [
    ...(walk.repeats >= CONFUSED && again < CONFUSED ? [countedHere(after, 'confused')] : []),
    ...(picks && !screen ? [countedHere(after, 'stuck')] : []),
  ];
}

/** Each trouble that was told ends in one way: solved, staying, or left for something else; or it is where she stopped. */
function troubles(before: State, after: State, effects: readonly Effect[]): Effect[] {
  const was = before.pending?.kind === 'trouble' ? before.pending.trouble : null;
  const now = after.pending?.kind === 'trouble' ? after.pending.trouble : null;
  if (was === now) return [];
  const ended = effects.some(
    (effect) => effect.kind === 'counted' && /^trouble-(?:solved|stays)$/.test(effect.event),
  );
  return [
    ...(was === null || ended ? [] : [countedHere(before, 'trouble-other', was)]),
    ...(now === null ? [] : [countedHere(after, 'trouble', now)]),
  ];
}

const counted = (event: CountedEvent, procedure: string, step: string, detail: string): Effect => ({
  kind: 'counted',
  event,
  procedure,
  step,
  detail,
});
